package pullquote.conversation.followup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.conversation.Exchange;
import pullquote.conversation.followup.Nouns.Noun;
import pullquote.retrieval.Word;

/**
 * Tells how likely it is that a question of a conversation means more than it says: "What are the safety features?" needs to
 * know of what. A logistic regression over the {@link #clues}; {@code RewritingTrial} of the test tree fits it to questions
 * that people did, or did not, add something to.
 */
final class Reliance {
    /** As likely as this, and the words of the conversation are searched for too. */
    static final double LIKELY = 0.5;

    private static final double[] FITTED = {1.68, -6.18, -0.80, -0.94, 0.16, 0.17, 0.40, 3.17, 1.08, 0.04, 0.82, 4.07};
    private static final int MANY = 6;
    private static final Pattern OTHER = Pattern.compile(
            "(?i)\\b(?:other|others|another|else|better|best|worse|worst|more|less|most|same|similar|both|either|next|also|too|first|second|last|ones?|some)\\b");
    private static final Pattern COMMENT = Pattern.compile("[.!?…,]\\s+\\p{Lu}");

    private final double[] weights;

    Reliance(double[] weights) {
        this.weights = weights.clone();
    }

    Reliance() {
        this(FITTED);
    }

    /** From 0 to 1. */
    double of(String asked, List<Exchange> before) {
        return Logistic.probability(clues(asked, before), weights);
    }

    /**
     * 1; how many of its words carry meaning, at most six, in sixths; whether it has a name, and a number; how many of its
     * nouns are bare, as "the system" is; whether a noun hangs on another by a preposition; whether all of its nouns mean
     * something only with what follows; whether it opens with a word of going on; whether it compares; whether it shares a
     * word with the questions before; whether it has a pronoun; whether it has several sentences.
     */
    static double[] clues(String asked, List<Exchange> before) {
        String question = FollowUps.withoutOpening(asked);
        List<Word> words = Word.of(question, "en");
        Set<String> stems = Word.stems(words);
        List<Noun> nouns = Nouns.of(question).all();
        var said = new HashSet<String>();
        before.forEach(exchange -> said.addAll(Word.stems(Word.of(exchange.standalone(), "en"))));
        return new double[] {
            1,
            Math.min(stems.size(), MANY) / (double) MANY,
            nouns.stream().anyMatch(Noun::isName) ? 1 : 0,
            words.stream().anyMatch(Word::isNumber) ? 1 : 0,
            nouns.stream().filter(Noun::isBareDefinite).count(),
            nouns.stream().anyMatch(noun -> !noun.phrase().link().isEmpty()) ? 1 : 0,
            nouns.stream().allMatch(Noun::isGeneric) ? 1 : 0,
            question.equals(asked) ? 0 : 1,
            OTHER.matcher(question).find() ? 1 : 0,
            stems.stream().anyMatch(said::contains) ? 1 : 0,
            Pronouns.hasOne(question) ? 1 : 0,
            COMMENT.matcher(question).find() ? 1 : 0,
        };
    }
}
