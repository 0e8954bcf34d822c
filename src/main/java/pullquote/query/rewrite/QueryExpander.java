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
 * Weights the words of a conversation for retrieval, by how likely a person would add each to the question to make it
 * standalone. This is query expansion by term classification as in QuReTeC (Voskarides et al. 2020, "Query Resolution
 * for Conversational Search with Limited Supervision"), with a logistic regression in place of BERT.
 *
 * <p>The probability is {@code 1 / (1 + exp(-w·x))} over the {@link Term#features}. The weight of a word is {@value
 * #WEIGHT_SCALE} times the probability, at most 1. Words that the rules added to the question are weighted too, because
 * the rules can be wrong. {@code QueryRewriteEvaluation} (in the tests) fits the weights on the rewrites of TREC CAsT
 * and evaluates them on held-out conversations.
 */
final class QueryExpander {
    /**
     * Holds a candidate word for the expansion.
     *
     * @param word the word as it is in the conversation
     * @param features 1; whether it is in the first question; 0.6 to the power of the number of questions since the
     *     last one with it; whether it is in a question and not only in an answer; whether it is a noun in a question;
     *     whether it is written as a name; whether it is generic ("kind", "difference"); whether the rules added it to
     *     the question; the number of content words in the question, at most 6, in sixths; how often it is in the last
     *     answer, at most 4 times, in quarters
     */
    record Term(String word, String stem, double[] features) {}

    static final double WEIGHT_SCALE = 1.4;

    private static final double[] FITTED_WEIGHTS = {-4.18, 1.51, 1.71, -0.73, 1.48, 1.20, -1.14, 1.25, -1.13, 2.64};
    private static final double RECENCY_DECAY = 0.6;
    /** Minimum probability (0 to 1). Words below it are left out. */
    private static final double MIN_PROBABILITY = 0.05;

    private final double[] weights;

    QueryExpander(double[] weights) {
        this.weights = weights.clone();
    }

    QueryExpander() {
        this(FITTED_WEIGHTS);
    }

    /**
     * Returns the words to search for in addition to those of the question as asked, with their weights from 0 to 1.
     */
    Map<String, Double> expand(String question, String rewritten, List<Turn> history) {
        var weightByWord = new HashMap<String, Double>();
        for (Term term : candidateTerms(question, rewritten, history)) {
            double probability = LogisticRegression.probability(term.features, weights);
            if (probability >= MIN_PROBABILITY) {
                weightByWord.put(term.word, Math.min(1, WEIGHT_SCALE * probability));
            }
        }
        return weightByWord;
    }

    /** Returns all words of the conversation and of the rewritten question that are not in the question as asked. */
    static List<Term> candidateTerms(String question, String rewritten, List<Turn> history) {
        Set<String> known = Word.stems(Word.tokenize(question, "en"));
        Set<String> addedByRules = Word.stems(Word.tokenize(rewritten, "en"));
        List<QuestionStems> questions = history.stream()
                .map(turn -> QuestionStems.of(turn.standaloneQuestion()))
                .toList();
        List<Word> answerWords = tokenize(history.get(history.size() - 1).sentences());
        var wordByStem = new LinkedHashMap<String, String>();
        Stream.of(
                        tokenize(List.of(rewritten)),
                        tokenize(history.stream().map(Turn::standaloneQuestion).toList()),
                        answerWords)
                .flatMap(Collection::stream)
                .filter(word -> !known.contains(word.stem()))
                .forEach(word -> wordByStem.putIfAbsent(word.stem(), word.lower()));
        var terms = new ArrayList<Term>();
        wordByStem.forEach((stem, word) -> {
            int last = questions.size() - 1;
            while (last >= 0 && !questions.get(last).stems.contains(stem)) {
                last--;
            }
            boolean inQuestion = last >= 0;
            boolean isName = inQuestion
                    ? questions.stream().anyMatch(earlier -> earlier.nameStems.contains(stem))
                    : answerWords.stream()
                            .anyMatch(one -> one.isName() && one.stem().equals(stem));
            long times =
                    answerWords.stream().filter(one -> one.stem().equals(stem)).count();
            terms.add(new Term(word, stem, new double[] {
                1,
                questions.get(0).stems.contains(stem) ? 1 : 0,
                inQuestion ? Math.pow(RECENCY_DECAY, questions.size() - 1 - last) : 0,
                inQuestion ? 1 : 0,
                questions.stream().anyMatch(earlier -> earlier.nounStems.contains(stem)) ? 1 : 0,
                isName ? 1 : 0,
                NounPhrases.isGeneric(word) ? 1 : 0,
                addedByRules.contains(stem) ? 1 : 0,
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

    /** Holds the stems of a question: all of them, those of nouns and those of names. */
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
