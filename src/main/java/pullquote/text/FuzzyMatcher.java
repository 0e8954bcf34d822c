package pullquote.text;

import java.util.Collection;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Forgives slips of the pen. */
public final class FuzzyMatcher {
    private static final int MIN_LENGTH = 5;
    private static final int MIN_LENGTH_FOR_TWO_EDITS = 8;

    private FuzzyMatcher() {}

    /**
     * Whether one of the known stems is the same word misspelt or in another form: with one slip in a word of five to
     * seven letters, up to two between longer ones (a slip is a letter too many, missing, wrong, or swapped with the next),
     * or with more or less of an ending ("Australia", "Australian"). The first letter is never a slip, and shorter words
     * must stand as they are: Iran is not Iraq.
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
