package pullquote.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.text.Chunk;
import pullquote.text.PrepositionClasses;

/** What hangs on which noun: whose tea is green, and which of two is served with milk. */
final class ModifierMatcher {
    /** They tell what a thing is; others, such as "in" and "on", tell where and when all of it happened. */
    private static final Set<String> REPORTING_LINKS = Set.of("of", "with", "without", "for", "than");
    /** How many phrases further on something may hang on a noun. */
    private static final int MAX_DISTANCE = 3;

    private final List<Chunk> phrases;

    ModifierMatcher(List<Chunk> phrases) {
        this.phrases = phrases;
    }

    /** What hangs otherwise in a claim; empty if nothing does. */
    List<String> conflictsWith(ModifierMatcher claim) {
        return IntStream.range(0, claim.phrases.size())
                .filter(i -> claim.phrases.get(i).isNoun())
                .filter(i -> !keepsModifiers(claim.phrases.get(i))
                        || i > 0 && !keepsLink(claim.phrases.get(i - 1), claim.phrases.get(i)))
                .mapToObj(i -> claim.phrases.get(i).stems() + " hangs elsewhere")
                .toList();
    }

    private boolean keepsModifiers(Chunk claimed) {
        String head = claimed.head().stem();
        return claimed.stems().stream()
                .filter(stem -> !stem.equals(head))
                .allMatch(stem -> positions(Set.of(head)).isEmpty()
                        || positions(Set.of(head)).stream()
                                .anyMatch(i -> phrases.get(i).isPossessed())
                        || positions(Set.of(stem)).isEmpty()
                        || positions(Set.of(stem)).stream()
                                .anyMatch(i -> positions(Set.of(head)).stream().anyMatch(h -> isJoint(i, h))));
    }

    /** In one phrase, linked, or in one list. */
    private boolean isJoint(int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        long nouns = IntStream.rangeClosed(from + 1, to)
                .filter(i -> phrases.get(i).isNoun())
                .count();
        return nouns <= MAX_DISTANCE
                && IntStream.rangeClosed(from + 1, to).allMatch(i -> {
                    Chunk phrase = phrases.get(i);
                    return phrase.isBreak() && !phrase.head().isRelative()
                            || phrase.isNoun()
                                    && (phrases.get(i - 1).isBreak()
                                            // One name that was taken for two.
                                            || phrase.preposition()
                                                    .equals(phrases.get(i - 1).preposition())
                                            || Set.of("", "of", "in", "for", Chunk.UNSURE)
                                                    .contains(phrase.preposition()));
                });
    }

    private boolean keepsLink(Chunk before, Chunk claimed) {
        if (!before.isNoun()
                || before.preposition().equals("by")
                || !REPORTING_LINKS.contains(claimed.preposition())
                || claimed.head().stem().isEmpty()) {
            return true;
        }
        List<Integer> from = positions(before.stems());
        List<Integer> to = positions(Set.of(claimed.head().stem()));
        boolean straight = to.stream()
                .anyMatch(t -> from.stream().anyMatch(f -> f <= t && t - f <= MAX_DISTANCE && isContiguous(f, t)));
        if (straight || from.isEmpty() || to.isEmpty()) {
            return true;
        }
        boolean known = to.stream()
                .anyMatch(i -> PrepositionClasses.isEquivalent(
                        claimed.preposition(), phrases.get(i).preposition()));
        boolean reversed = from.stream()
                .anyMatch(f -> to.contains(f - 1)
                        && PrepositionClasses.isEquivalent(
                                claimed.preposition(), phrases.get(f).preposition()));
        return !known && !reversed;
    }

    private boolean isContiguous(int from, int to) {
        return IntStream.range(from, to).noneMatch(i -> phrases.get(i).isVerb());
    }

    /** Where the phrases stand that have all these stems. */
    private List<Integer> positions(Set<String> stems) {
        return IntStream.range(0, phrases.size())
                .filter(i -> phrases.get(i).isNoun() && phrases.get(i).stems().containsAll(stems))
                .boxed()
                .collect(Collectors.toList());
    }
}
