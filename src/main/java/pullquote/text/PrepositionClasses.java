package pullquote.text;

import java.util.List;
import java.util.Set;

/** Which prepositions may stand for each other, and which for none. */
public final class PrepositionClasses {
    private static final List<Set<String>> EQUIVALENCE_CLASSES = List.of(
            Set.of("in", "on", "at", "during", "within", "inside", "throughout"),
            Set.of("to", "into", "toward", "towards", "onto"),
            Set.of("from", "out"),
            Set.of("with", "including", "alongside", "involving"),
            Set.of("about", "on", "over", "regarding", "concerning", "of", "for"),
            Set.of("after", "since", "following"),
            Set.of("before", "until", "till", "by"),
            Set.of("of", "for", "in"),
            Set.of("between", "among"),
            Set.of("across", "through", "along"));
    /** Not always taken for what they are. */
    private static final Set<String> OFTEN_MISTAGGED = Set.of(
            "than",
            "like",
            "between",
            "before",
            "after",
            "until",
            "till",
            "since",
            "by",
            "of",
            "including",
            "involving");
    /** What follows may as well stand without: "the attack of the militants", "the militants attacked". */
    private static final Set<String> OMISSIBLE =
            Set.of("by", "of", "for", "to", "with", "as", "according", Chunk.UNKNOWN_PREPOSITION);

    private PrepositionClasses() {}

    static boolean isOftenMistagged(String word) {
        return OFTEN_MISTAGGED.contains(word);
    }

    /** Whether a word that opens a sentence can be nothing else. */
    static boolean isUnambiguous(String word) {
        return !word.equals("that") && EQUIVALENCE_CLASSES.stream().anyMatch(set -> set.contains(word));
    }

    public static boolean isEquivalent(String one, String other) {
        return one.equals(other)
                || EQUIVALENCE_CLASSES.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    /** Whether a claim may link a word so that is linked in these ways in the source. */
    public static boolean isCompatible(String link, Set<String> there) {
        return there.contains(Chunk.UNKNOWN_PREPOSITION)
                || link.equals(Chunk.UNKNOWN_PREPOSITION)
                || link.equals("according")
                || there.stream().anyMatch(one -> isEquivalent(one, link))
                || link.isEmpty() && there.stream().anyMatch(OMISSIBLE::contains)
                || Set.of("by", "of", "as").contains(link)
                        && (there.contains("") || there.contains("of") || there.contains("according"));
    }
}
