package pullquote.answer.proof;

import java.util.List;

/** Whether a verb tells what is so, or what will, should or may be. */
enum Mood {
    FACT,
    WILL,
    SHOULD,
    MAY,
    /** After "to": planned, tried, wanted, allowed, whatever the verb before says. */
    OPEN;

    static Mood of(List<Token> group) {
        for (Token token : group) {
            switch (token.lower()) {
                case "will", "would", "shall", "won't", "won’t", "wouldn't", "wouldn’t" -> {
                    return WILL;
                }
                case "should", "must", "ought", "shouldn't", "shouldn’t", "mustn't", "mustn’t" -> {
                    return SHOULD;
                }
                case "may", "might", "can", "could", "cannot", "can't", "can’t", "couldn't", "couldn’t" -> {
                    return MAY;
                }
                default -> {}
            }
        }
        boolean infinitive = group.stream().anyMatch(token -> token.lower().equals("to"));
        // "Is reported to have visited": that he did is what is reported.
        boolean perfect = group.stream().anyMatch(token -> token.lower().equals("have"));
        return infinitive && !perfect ? OPEN : FACT;
    }

    /** What is planned may be told as what will or should be; what is told as so must be so. */
    boolean mayTell(Mood source) {
        return this == source
                || source == OPEN && (this == WILL || this == SHOULD)
                || this == OPEN && (source == WILL || source == SHOULD);
    }
}
