package pullquote.verify;

import java.util.List;
import pullquote.text.Token;

/** Whether a verb tells what is so, or what will, should or may be. */
enum Modality {
    FACT,
    FUTURE,
    OBLIGATION,
    POSSIBILITY,
    /** After "to": planned, tried, wanted, allowed, whatever the verb before says. */
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
        // "Is reported to have visited": that he did is what is reported.
        boolean perfect = group.stream().anyMatch(token -> token.lower().equals("have"));
        return infinitive && !perfect ? NONFACTUAL : FACT;
    }

    /** What is planned may be told as what will or should be; what is told as so must be so. */
    boolean isEntailedBy(Modality source) {
        return this == source
                || source == NONFACTUAL && (this == FUTURE || this == OBLIGATION)
                || this == NONFACTUAL && (source == FUTURE || source == OBLIGATION);
    }
}
