package pullquote.llm;

import pullquote.answer.GeneratorException;

/** Reports that the model cannot be reached or does not work. The next call would probably fail too. */
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
     * @param problem a description for operators, without text from the provider
     * @param details text from the provider; only for the log
     */
    LlmUnavailableException(String problem, String details) {
        super(problem + ": " + details);
        this.problem = problem;
    }

    /** Returns a description for operators, without text from the provider. */
    String problem() {
        return problem;
    }
}
