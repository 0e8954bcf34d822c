package pullquote.channel;

/** Ends a request with a problem response. It has no stack trace because the client caused it. */
public final class HttpProblemException extends RuntimeException {
    private final transient Problem problem;

    public HttpProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public HttpProblemException(int status, String code, String detail) {
        this(new Problem(status, code, detail));
    }

    /** Creates a 503 for too many concurrent questions; the client may retry after the given delay. */
    public static HttpProblemException serverBusy(int retryAfterSeconds) {
        return new HttpProblemException(new Problem(503, "busy", "Too many questions at once. Ask again in a moment.")
                .withHeader("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public static HttpProblemException invalidField(String field, String detail) {
        return new HttpProblemException(Problem.forField(field, detail));
    }

    public Problem problem() {
        return problem;
    }
}
