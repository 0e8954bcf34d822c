package pullquote.query.rewrite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.Turn;
import pullquote.query.rewrite.NounPhrases.NounPhrase;
import pullquote.text.Word;

/**
 * Estimates how likely a question depends on the conversation: "What are the safety features?" does not say of what. A
 * logistic regression over the {@link #features}; {@code QueryRewriteEvaluation} (in the tests) fits it on questions
 * that people did or did not add context to.
 */
final class ContextDependence {
    /** Minimum probability (0 to 1) for adding words of the conversation to the search. */
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

    /** Returns the probability, from 0 to 1, that the question depends on the conversation. */
    double probability(String text, List<Turn> history) {
        return LogisticRegression.probability(features(text, history), weights);
    }

    /** Returns the features in the order of their weights. */
    static double[] features(String text, List<Turn> history) {
        String question = RuleBasedQueryRewriter.stripDiscourseMarkers(text);
        List<Word> words = Word.tokenize(question, "en");
        Set<String> stems = Word.stems(words);
        List<NounPhrase> nouns = NounPhrases.of(question).all();
        var previousStems = new HashSet<String>();
        history.forEach(turn -> previousStems.addAll(Word.stems(Word.tokenize(turn.standaloneQuestion(), "en"))));
        return new double[] {
            1, // intercept
            // number of content words, at most 6, in sixths
            Math.min(stems.size(), MAX_STEMS) / (double) MAX_STEMS,
            // has a name
            nouns.stream().anyMatch(NounPhrase::isName) ? 1 : 0,
            // has a number
            words.stream().anyMatch(Word::isNumber) ? 1 : 0,
            // number of bare definite nouns: "the system"
            nouns.stream().filter(NounPhrase::isBareDefinite).count(),
            // has a noun after a preposition
            nouns.stream().anyMatch(noun -> !noun.chunk().preposition().isEmpty()) ? 1 : 0,
            // has only generic nouns
            nouns.stream().allMatch(NounPhrase::isGeneric) ? 1 : 0,
            // starts with a discourse marker
            question.equals(text) ? 0 : 1,
            // compares
            COMPARISON_WORD.matcher(question).find() ? 1 : 0,
            // shares a word with earlier questions
            stems.stream().anyMatch(previousStems::contains) ? 1 : 0,
            // has a pronoun
            PronounResolver.containsPronoun(question) ? 1 : 0,
            // has several sentences
            SENTENCE_BOUNDARY.matcher(question).find() ? 1 : 0,
        };
    }
}
