package pullquote.answer.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What hangs on which noun: whose tea is green, and which of two is served with milk. */
final class Attachment {
    /** They tell what a thing is; others, such as "in" and "on", tell where and when all of it happened. */
    private static final Set<String> TELLING = Set.of("of", "with", "without", "for", "than");
    /** How many phrases further on something may hang on a noun. */
    private static final int REACH = 3;

    private final List<Phrase> phrases;

    Attachment(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** What hangs otherwise in a claim; empty if nothing does. */
    List<String> against(Attachment claim) {
        return IntStream.range(0, claim.phrases.size())
                .filter(i -> claim.phrases.get(i).isNoun())
                .filter(i -> !keepsModifiers(claim.phrases.get(i))
                        || i > 0 && !keepsLink(claim.phrases.get(i - 1), claim.phrases.get(i)))
                .mapToObj(i -> claim.phrases.get(i).stems() + " hangs elsewhere")
                .toList();
    }

    private boolean keepsModifiers(Phrase claimed) {
        String head = claimed.head().stem();
        return claimed.stems().stream()
                .filter(stem -> !stem.equals(head))
                .allMatch(stem -> at(Set.of(head)).isEmpty()
                        || at(Set.of(head)).stream()
                                .anyMatch(i -> phrases.get(i).isPossessed())
                        || at(Set.of(stem)).isEmpty()
                        || at(Set.of(stem)).stream()
                                .anyMatch(i -> at(Set.of(head)).stream().anyMatch(h -> areJoint(i, h))));
    }

    /** In one phrase, linked, or in one list. */
    private boolean areJoint(int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        long nouns = IntStream.rangeClosed(from + 1, to)
                .filter(i -> phrases.get(i).isNoun())
                .count();
        return nouns <= REACH
                && IntStream.rangeClosed(from + 1, to).allMatch(i -> {
                    Phrase phrase = phrases.get(i);
                    return phrase.isBreak() && !phrase.head().isRelative()
                            || phrase.isNoun()
                                    && (phrases.get(i - 1).isBreak()
                                            // One name that was taken for two.
                                            || phrase.link()
                                                    .equals(phrases.get(i - 1).link())
                                            || Set.of("", "of", "in", "for", Phrase.UNSURE)
                                                    .contains(phrase.link()));
                });
    }

    private boolean keepsLink(Phrase before, Phrase claimed) {
        if (!before.isNoun()
                || before.link().equals("by")
                || !TELLING.contains(claimed.link())
                || claimed.head().stem().isEmpty()) {
            return true;
        }
        List<Integer> from = at(before.stems());
        List<Integer> to = at(Set.of(claimed.head().stem()));
        boolean straight =
                to.stream().anyMatch(t -> from.stream().anyMatch(f -> f <= t && t - f <= REACH && isNotParted(f, t)));
        if (straight || from.isEmpty() || to.isEmpty()) {
            return true;
        }
        boolean known = to.stream()
                .anyMatch(i -> Preposition.isKin(claimed.link(), phrases.get(i).link()));
        boolean reversed = from.stream()
                .anyMatch(f -> to.contains(f - 1)
                        && Preposition.isKin(claimed.link(), phrases.get(f).link()));
        return !known && !reversed;
    }

    private boolean isNotParted(int from, int to) {
        return IntStream.range(from, to).noneMatch(i -> phrases.get(i).isVerb());
    }

    /** Where the phrases stand that have all these stems. */
    private List<Integer> at(Set<String> stems) {
        return IntStream.range(0, phrases.size())
                .filter(i -> phrases.get(i).isNoun() && phrases.get(i).stems().containsAll(stems))
                .boxed()
                .collect(Collectors.toList());
    }
}
