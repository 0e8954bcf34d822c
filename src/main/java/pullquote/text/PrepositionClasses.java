package pullquote.text;

import java.util.List;
import java.util.Set;

/** Compares prepositions: some are interchangeable, some can be omitted. */
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
    /** Prepositions that the tagger often tags as something else. */
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
    /** Prepositions that a paraphrase can omit: "the attack of the militants", "the militants attacked". */
    private static final Set<String> OMISSIBLE =
            Set.of("by", "of", "for", "to", "with", "as", "according", Chunk.UNKNOWN_PREPOSITION);

    private PrepositionClasses() {}

    static boolean isOftenMistagged(String word) {
        return OFTEN_MISTAGGED.contains(word);
    }

    /** Returns true if a word at the start of a sentence can only be a preposition. */
    static boolean isUnambiguous(String word) {
        return !word.equals("that") && EQUIVALENCE_CLASSES.stream().anyMatch(set -> set.contains(word));
    }

    /** Returns true if two prepositions are equal or interchangeable. */
    public static boolean isEquivalent(String one, String other) {
        return one.equals(other)
                || EQUIVALENCE_CLASSES.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    /**
     * Returns true if a claim may use a preposition before a word, given the prepositions before it in the source.
     *
     * @param preposition the preposition in the claim; empty if there is none
     * @param inSource the prepositions in the source; the empty string means none
     */
    public static boolean isCompatible(String preposition, Set<String> inSource) {
        return inSource.contains(Chunk.UNKNOWN_PREPOSITION)
                || preposition.equals(Chunk.UNKNOWN_PREPOSITION)
                || preposition.equals("according")
                || inSource.stream().anyMatch(one -> isEquivalent(one, preposition))
                || preposition.isEmpty() && inSource.stream().anyMatch(OMISSIBLE::contains)
                || Set.of("by", "of", "as").contains(preposition)
                        && (inSource.contains("") || inSource.contains("of") || inSource.contains("according"));
    }
}
