package pullquote.verify;

import java.util.List;
import pullquote.text.Token;

/** Classifies verbs by what they state: a fact, a future event, an obligation, a possibility, or a plan or wish. */
enum Modality {
    FACT,
    FUTURE,
    OBLIGATION,
    POSSIBILITY,
    /** Planned, attempted, wanted, allowed or conditional, as in "plans to visit" or "if they visit". */
    NONFACTUAL;

    /** Returns the modality of a verb phrase, for example {@link #FUTURE} for "will visit". */
    static Modality of(List<Token> tokens) {
        for (Token token : tokens) {
            switch (token.lower()) {
                case "will", "would", "shall", "won't", "won’t", "wouldn't", "wouldn’t" -> {
                    return FUTURE;
                }
                case "should", "must", "ought", "shouldn't", "shouldn’t", "mustn't", "mustn’t" -> {
                    return OBLIGATION;
                }
                case "may", "might", "can", "could", "cannot", "can't", "can’t", "couldn't", "couldn’t" -> {
                    return POSSIBILITY;
                }
                default -> {}
            }
        }
        boolean infinitive = tokens.stream().anyMatch(token -> token.lower().equals("to"));
        // "Is reported to have visited" reports a fact.
        boolean perfect = tokens.stream().anyMatch(token -> token.lower().equals("have"));
        return infinitive && !perfect ? NONFACTUAL : FACT;
    }

    /**
     * Returns true if the source supports this modality. {@link #NONFACTUAL} supports {@link #FUTURE} and
     * {@link #OBLIGATION}, and the reverse. Otherwise, both must be equal.
     */
    boolean isEntailedBy(Modality source) {
        return this == source
                || source == NONFACTUAL && (this == FUTURE || this == OBLIGATION)
                || this == NONFACTUAL && (source == FUTURE || source == OBLIGATION);
    }
}
