package pullquote.answer.proof;

import java.util.List;
import java.util.Set;

/** Which prepositions may stand for each other, and which for none. */
final class Preposition {
    private static final List<Set<String>> KIN = List.of(
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
    private static final Set<String> ALL = Set.of(
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
    private static final Set<String> LOOSE = Set.of("by", "of", "for", "to", "with", "as", "according", Phrase.UNSURE);

    private Preposition() {}

    static boolean isOne(String word) {
        return ALL.contains(word);
    }

    /** Whether a word that opens a sentence can be nothing else. */
    static boolean isSurely(String word) {
        return !word.equals("that") && KIN.stream().anyMatch(set -> set.contains(word));
    }

    static boolean isKin(String one, String other) {
        return one.equals(other) || KIN.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    /** Whether a claim may link a word so that is linked in these ways in the source. */
    static boolean mayReplace(String link, Set<String> there) {
        return there.contains(Phrase.UNSURE)
                || link.equals(Phrase.UNSURE)
                || link.equals("according")
                || there.stream().anyMatch(one -> isKin(one, link))
                || link.isEmpty() && there.stream().anyMatch(LOOSE::contains)
                || Set.of("by", "of", "as").contains(link)
                        && (there.contains("") || there.contains("of") || there.contains("according"));
    }
}
