package pullquote.text;

import java.util.Collection;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Matches misspelled words. */
public final class FuzzyMatcher {
    /** Letters; shorter words must match exactly, because one edit often gives another word. */
    private static final int MIN_LENGTH = 5;
    /** Letters; shorter words may differ by one edit only. */
    private static final int MIN_LENGTH_FOR_TWO_EDITS = 8;

    private FuzzyMatcher() {}

    /**
     * Returns true if one of the known stems is the same word, misspelled or with another ending. Words of 5 to 7
     * letters may differ by one edit, longer ones by two. An edit is an extra, missing or wrong letter or a swap of
     * two adjacent letters. One word may also be a prefix of the other ("Australia", "Australian"). The first letters
     * must be equal, and words of fewer than 5 letters must match exactly: Iran is not Iraq.
     */
    public static boolean matches(String stem, Collection<String> known) {
        if (known.contains(stem)) {
            return true;
        }
        if (stem.length() < MIN_LENGTH) {
            return false;
        }
        var automata = new LevenshteinAutomata(stem, true);
        var one = new CharacterRunAutomaton(automata.toAutomaton(1));
        var two = stem.length() < MIN_LENGTH_FOR_TWO_EDITS ? one : new CharacterRunAutomaton(automata.toAutomaton(2));
        return known.stream()
                .filter(other -> other.length() >= MIN_LENGTH && other.charAt(0) == stem.charAt(0))
                .anyMatch(other -> (other.length() < MIN_LENGTH_FOR_TWO_EDITS ? one : two).run(other)
                        || other.startsWith(stem)
                        || stem.startsWith(other));
    }
}
