package pullquote.llm;

import pullquote.answer.GeneratorException;

/** Reports that the model cannot be reached or does not work, so that the next question would probably fail too. */
final class LlmUnavailableException extends GeneratorException {
    private final String problem;

    /**
     * Creates an exception.
     *
     * @param problem a description for operators, without text from the provider
     */
    LlmUnavailableException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /**
     * Creates an exception.
     *
     * @param details text from the provider; only for the log
     */
    LlmUnavailableException(String problem, String details) {
        super(problem + ": " + details);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
