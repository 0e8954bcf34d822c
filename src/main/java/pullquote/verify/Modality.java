package pullquote.verify;

import java.util.List;
import pullquote.text.Token;

/** Whether a verb states a fact, the future, an obligation, a possibility, or something planned or wanted. */
enum Modality {
    FACT,
    FUTURE,
    OBLIGATION,
    POSSIBILITY,
    /** After "to": planned, tried, wanted or allowed. */
    NONFACTUAL;

    static Modality of(List<Token> group) {
        for (Token token : group) {
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
        boolean infinitive = group.stream().anyMatch(token -> token.lower().equals("to"));
        // "Is reported to have visited" reports a fact.
        boolean perfect = group.stream().anyMatch(token -> token.lower().equals("have"));
        return infinitive && !perfect ? NONFACTUAL : FACT;
    }

    /**
     * Returns true if the source supports this modality. A plan supports "will" and "should"; only a fact supports a
     * fact.
     */
    boolean isEntailedBy(Modality source) {
        return this == source
                || source == NONFACTUAL && (this == FUTURE || this == OBLIGATION)
                || this == NONFACTUAL && (source == FUTURE || source == OBLIGATION);
    }
}
