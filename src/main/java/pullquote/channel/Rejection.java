package pullquote.channel;

/** Ends a request with a problem. It is the caller's, so it carries no stack trace. */
public final class Rejection extends RuntimeException {
    private final transient Problem problem;

    public Rejection(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Rejection(int status, String code, String detail) {
        this(new Problem(status, code, detail));
    }

    /** There are too many of them at once; the caller may try again soon. */
    public static Rejection busy(int retryAfterSeconds) {
        return new Rejection(new Problem(503, "busy", "Too many questions at once. Ask again in a moment.")
                .with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public static Rejection invalid(String field, String detail) {
        return new Rejection(Problem.inField(field, detail));
    }

    public Problem problem() {
        return problem;
    }
}
