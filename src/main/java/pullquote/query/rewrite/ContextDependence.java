package pullquote.query.rewrite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.Turn;
import pullquote.query.rewrite.NounPhrases.NounPhrase;
import pullquote.text.Word;

/**
 * Tells how likely it is that a question of a conversation means more than it says: "What are the safety features?" needs to
 * know of what. A logistic regression over the {@link #features}; {@code RewritingTrial} of the test tree fits it to questions
 * that people did, or did not, add something to.
 */
final class ContextDependence {
    /** As likely as this, and the words of the conversation are searched for too. */
    static final double THRESHOLD = 0.5;

    private static final double[] FITTED_WEIGHTS = {
        1.68, -6.18, -0.80, -0.94, 0.16, 0.17, 0.40, 3.17, 1.08, 0.04, 0.82, 4.07
    };
    private static final int MAX_STEMS = 6;
    private static final Pattern COMPARISON_WORD = Pattern.compile(
            "(?i)\\b(?:other|others|another|else|better|best|worse|worst|more|less|most|same|similar|both|either|next|also|too|first|second|last|ones?|some)\\b");
    private static final Pattern SENTENCE_BOUNDARY = Pattern.compile("[.!?…,]\\s+\\p{Lu}");

    private final double[] weights;

    ContextDependence(double[] weights) {
        this.weights = weights.clone();
    }

    ContextDependence() {
        this(FITTED_WEIGHTS);
    }

    /** From 0 to 1. */
    double probability(String asked, List<Turn> before) {
        return LogisticRegression.probability(features(asked, before), weights);
    }

    /**
     * 1; how many of its words carry meaning, at most six, in sixths; whether it has a name, and a number; how many of its
     * nouns are bare, as "the system" is; whether a noun hangs on another by a preposition; whether all of its nouns mean
     * something only with what follows; whether it opens with a word of going on; whether it compares; whether it shares a
     * word with the questions before; whether it has a pronoun; whether it has several sentences.
     */
    static double[] features(String asked, List<Turn> before) {
        String question = RuleBasedQueryRewriter.stripDiscourseMarkers(asked);
        List<Word> words = Word.tokenize(question, "en");
        Set<String> stems = Word.stems(words);
        List<NounPhrase> nouns = NounPhrases.of(question).all();
        var said = new HashSet<String>();
        before.forEach(exchange -> said.addAll(Word.stems(Word.tokenize(exchange.standaloneQuestion(), "en"))));
        return new double[] {
            1,
            Math.min(stems.size(), MAX_STEMS) / (double) MAX_STEMS,
            nouns.stream().anyMatch(NounPhrase::isName) ? 1 : 0,
            words.stream().anyMatch(Word::isNumber) ? 1 : 0,
            nouns.stream().filter(NounPhrase::isBareDefinite).count(),
            nouns.stream().anyMatch(noun -> !noun.chunk().preposition().isEmpty()) ? 1 : 0,
            nouns.stream().allMatch(NounPhrase::isGeneric) ? 1 : 0,
            question.equals(asked) ? 0 : 1,
            COMPARISON_WORD.matcher(question).find() ? 1 : 0,
            stems.stream().anyMatch(said::contains) ? 1 : 0,
            PronounResolver.containsPronoun(question) ? 1 : 0,
            SENTENCE_BOUNDARY.matcher(question).find() ? 1 : 0,
        };
    }
}
