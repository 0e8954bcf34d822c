package pullquote.channel;

/** Ends a request with a problem. It is the caller's, so it carries no stack trace. */
public final class HttpProblemException extends RuntimeException {
    private final transient Problem problem;

    public HttpProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public HttpProblemException(int status, String code, String detail) {
        this(new Problem(status, code, detail));
    }

    /** There are too many of them at once; the caller may try again soon. */
    public static HttpProblemException busy(int retryAfterSeconds) {
        return new HttpProblemException(new Problem(503, "busy", "Too many questions at once. Ask again in a moment.")
                .withHeader("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public static HttpProblemException invalid(String field, String detail) {
        return new HttpProblemException(Problem.forField(field, detail));
    }

    public Problem problem() {
        return problem;
    }
}
