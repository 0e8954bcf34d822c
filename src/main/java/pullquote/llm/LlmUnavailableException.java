package pullquote.llm;

import pullquote.answer.GeneratorException;

/** A model, or the way to it, is out of order, whatever it is asked: the next question will hardly fare better. */
final class LlmUnavailableException extends GeneratorException {
    private final String problem;

    /** @param problem in words of our own */
    LlmUnavailableException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** @param details what others say about it: for the log, and for nobody else */
    LlmUnavailableException(String problem, String details) {
        super(problem + ": " + details);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
