package pullquote.query.rewrite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pullquote.query.Turn;
import pullquote.text.Word;

/**
 * Weighs the words of a conversation for the search, each by how likely a person would put it into the question to make
 * it stand alone: query expansion by term classification, as in QuReTeC (Voskarides et al. 2020, "Query Resolution for
 * Conversational Search with Limited Supervision"), with a logistic regression in the place of BERT.
 *
 * <p>The probability is {@code 1 / (1 + exp(-w·x))} over the {@link Term#features}; a word counts {@value #WEIGHT_SCALE} times that,
 * at most 1. So do the words that the rules put into the question, which may have put in the wrong ones.
 * {@code RewritingTrial} of the test tree fits the weights to the rewritings of TREC CAsT, and tells how well they do on
 * conversations that they were not fitted on.
 */
final class QueryExpander {
    /**
     * A word that may be missed in the question.
     *
     * @param word as it stands in the conversation
     * @param clues 1; whether it stands in the first question; 0.6 to the power of how many questions ago it was last
     *     asked with; whether it was ever asked with, rather than told in an answer only; whether a question has it as a
     *     noun; whether it is written like a name; whether it means little by itself ("kind", "difference"); whether the
     *     rules put it into the question; how much the question says by itself, as the number of its words that carry
     *     meaning, at most 6, in sixths; and how often the last answer has it, at most 4 times, in quarters
     */
    record Term(String word, String stem, double[] features) {}

    static final double WEIGHT_SCALE = 1.4;

    private static final double[] FITTED_WEIGHTS = {-4.18, 1.51, 1.71, -0.73, 1.48, 1.20, -1.14, 1.25, -1.13, 2.64};
    private static final double RECENCY_DECAY = 0.6;
    /** Less than this a word does not count at all. */
    private static final double MIN_PROBABILITY = 0.05;

    private final double[] weights;

    QueryExpander(double[] weights) {
        this.weights = weights.clone();
    }

    QueryExpander() {
        this(FITTED_WEIGHTS);
    }

    /** What to search with beside the words of the question as it was asked: words, and how much each counts. */
    Map<String, Double> expand(String asked, String understood, List<Turn> before) {
        var weighed = new HashMap<String, Double>();
        for (Term term : candidateTerms(asked, understood, before)) {
            double probability = LogisticRegression.probability(term.features, weights);
            if (probability >= MIN_PROBABILITY) {
                weighed.put(term.word, Math.min(1, WEIGHT_SCALE * probability));
            }
        }
        return weighed;
    }

    /** All words of the conversation and of the question as understood that are not in the question as asked. */
    static List<Term> candidateTerms(String asked, String understood, List<Turn> before) {
        Set<String> known = Word.stems(Word.tokenize(asked, "en"));
        Set<String> putIn = Word.stems(Word.tokenize(understood, "en"));
        List<QuestionStems> questions = before.stream()
                .map(exchange -> QuestionStems.of(exchange.standaloneQuestion()))
                .toList();
        List<Word> told = tokenize(before.get(before.size() - 1).sentences());
        var written = new LinkedHashMap<String, String>();
        Stream.of(
                        tokenize(List.of(understood)),
                        tokenize(before.stream().map(Turn::standaloneQuestion).toList()),
                        told)
                .flatMap(Collection::stream)
                .filter(word -> !known.contains(word.stem()))
                .forEach(word -> written.putIfAbsent(word.stem(), word.lower()));
        var terms = new ArrayList<Term>();
        written.forEach((stem, word) -> {
            int last = questions.size() - 1;
            while (last >= 0 && !questions.get(last).stems.contains(stem)) {
                last--;
            }
            boolean wasAsked = last >= 0;
            boolean isName = wasAsked
                    ? questions.stream().anyMatch(question -> question.nameStems.contains(stem))
                    : told.stream().anyMatch(one -> one.isName() && one.stem().equals(stem));
            long times = told.stream().filter(one -> one.stem().equals(stem)).count();
            terms.add(new Term(word, stem, new double[] {
                1,
                questions.get(0).stems.contains(stem) ? 1 : 0,
                wasAsked ? Math.pow(RECENCY_DECAY, questions.size() - 1 - last) : 0,
                wasAsked ? 1 : 0,
                questions.stream().anyMatch(question -> question.nounStems.contains(stem)) ? 1 : 0,
                isName ? 1 : 0,
                NounPhrases.isGeneric(word) ? 1 : 0,
                putIn.contains(stem) ? 1 : 0,
                Math.min(known.size(), 6) / 6.0,
                Math.min(times, 4) / 4.0
            }));
        });
        return terms;
    }

    private static List<Word> tokenize(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Word.tokenize(text, "en").stream())
                .filter(word -> !word.stem().isEmpty())
                .toList();
    }

    /** The words of a question by their stems: all, those that are nouns, those that are names. */
    private record QuestionStems(Set<String> stems, Set<String> nounStems, Set<String> nameStems) {
        static QuestionStems of(String question) {
            List<Word> words = tokenize(List.of(question));
            var nouns = new HashSet<String>();
            NounPhrases.of(question)
                    .all()
                    .forEach(noun -> nouns.addAll(noun.chunk().stems()));
            return new QuestionStems(
                    Word.stems(words),
                    nouns,
                    Word.stems(words.stream().filter(Word::isName).toList()));
        }
    }
}
