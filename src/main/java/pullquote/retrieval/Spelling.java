package pullquote.retrieval;

import java.util.Collection;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Forgives slips of the pen. */
public final class Spelling {
    private Spelling() {}

    /**
     * Whether one of the known stems is the same word misspelt or in another form: at most one slip in a word of up to
     * six letters, two in a longer one (a slip is a letter too many, missing, wrong, or swapped with the next), or the
     * same first five letters ("Australia", "Australian"). The first letter is never a slip, and words of up to three
     * letters must stand as they are.
     */
    public static boolean isNear(String stem, Collection<String> known) {
        if (known.contains(stem)) {
            return true;
        }
        if (stem.length() <= 3) {
            return false;
        }
        var slips = new LevenshteinAutomata(stem, true).toAutomaton(stem.length() <= 6 ? 1 : 2);
        var near = new CharacterRunAutomaton(slips);
        return known.stream()
                .filter(other -> other.length() > 3 && other.charAt(0) == stem.charAt(0))
                .anyMatch(other -> near.run(other) || haveSameBeginning(stem, other));
    }

    private static boolean haveSameBeginning(String a, String b) {
        return a.length() >= 5 && b.length() >= 5 && a.startsWith(b.substring(0, 5));
    }
}
