package pullquote.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.text.Chunk;
import pullquote.text.PrepositionClasses;

/** Compares which words modify which noun: whose tea is green, and which of two is served with milk. */
final class ModifierMatcher {
    /**
     * Prepositions that describe a noun. Others, such as "in" and "on", say where and when the whole event took place.
     */
    private static final Set<String> MODIFIER_PREPOSITIONS = Set.of("of", "with", "without", "for", "than");
    /** How many chunks a modifier may be away from its noun. */
    private static final int MAX_CHUNK_DISTANCE = 3;

    private final List<Chunk> chunks;

    ModifierMatcher(List<Chunk> phrases) {
        this.chunks = phrases;
    }

    /** Returns the modifiers of the claim that differ here; empty if none do. */
    List<String> findConflicts(ModifierMatcher claim) {
        return IntStream.range(0, claim.chunks.size())
                .filter(i -> claim.chunks.get(i).isNounPhrase())
                .filter(i -> !hasSameModifiers(claim.chunks.get(i))
                        || i > 0 && !hasSameAttachment(claim.chunks.get(i - 1), claim.chunks.get(i)))
                .mapToObj(i -> claim.chunks.get(i).stems() + " hangs elsewhere")
                .toList();
    }

    private boolean hasSameModifiers(Chunk claimed) {
        String head = claimed.head().stem();
        return claimed.stems().stream()
                .filter(stem -> !stem.equals(head))
                .allMatch(stem -> positions(Set.of(head)).isEmpty()
                        || positions(Set.of(head)).stream()
                                .anyMatch(i -> chunks.get(i).hasPossessivePronoun())
                        || positions(Set.of(stem)).isEmpty()
                        || positions(Set.of(stem)).stream()
                                .anyMatch(i -> positions(Set.of(head)).stream().anyMatch(h -> isConnected(i, h))));
    }

    /** Returns true if two chunks are one phrase, linked, or members of one list. */
    private boolean isConnected(int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        long nouns = IntStream.rangeClosed(from + 1, to)
                .filter(i -> chunks.get(i).isNounPhrase())
                .count();
        return nouns <= MAX_CHUNK_DISTANCE
                && IntStream.rangeClosed(from + 1, to).allMatch(i -> {
                    Chunk phrase = chunks.get(i);
                    return phrase.isBoundary() && !phrase.head().isRelative()
                            || phrase.isNounPhrase()
                                    && (chunks.get(i - 1).isBoundary()
                                            // One name that was split in two.
                                            || phrase.preposition()
                                                    .equals(chunks.get(i - 1).preposition())
                                            || Set.of("", "of", "in", "for", Chunk.UNKNOWN_PREPOSITION)
                                                    .contains(phrase.preposition()));
                });
    }

    private boolean hasSameAttachment(Chunk before, Chunk claimed) {
        if (!before.isNounPhrase()
                || before.preposition().equals("by")
                || !MODIFIER_PREPOSITIONS.contains(claimed.preposition())
                || claimed.head().stem().isEmpty()) {
            return true;
        }
        List<Integer> from = positions(before.stems());
        List<Integer> to = positions(Set.of(claimed.head().stem()));
        boolean straight = to.stream()
                .anyMatch(t ->
                        from.stream().anyMatch(f -> f <= t && t - f <= MAX_CHUNK_DISTANCE && hasNoVerbBetween(f, t)));
        if (straight || from.isEmpty() || to.isEmpty()) {
            return true;
        }
        boolean known = to.stream()
                .anyMatch(i -> PrepositionClasses.isEquivalent(
                        claimed.preposition(), chunks.get(i).preposition()));
        boolean reversed = from.stream()
                .anyMatch(f -> to.contains(f - 1)
                        && PrepositionClasses.isEquivalent(
                                claimed.preposition(), chunks.get(f).preposition()));
        return !known && !reversed;
    }

    private boolean hasNoVerbBetween(int from, int to) {
        return IntStream.range(from, to).noneMatch(i -> chunks.get(i).isVerbPhrase());
    }

    /** Returns the positions of the chunks with all these stems. */
    private List<Integer> positions(Set<String> stems) {
        return IntStream.range(0, chunks.size())
                .filter(i ->
                        chunks.get(i).isNounPhrase() && chunks.get(i).stems().containsAll(stems))
                .boxed()
                .collect(Collectors.toList());
    }
}
