package pullquote.conversation.followup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pullquote.conversation.Exchange;
import pullquote.retrieval.Word;

/**
 * Weighs the words of a conversation for the search, each by how likely a person would put it into the question to make
 * it stand alone: query expansion by term classification, as in QuReTeC (Voskarides et al. 2020, "Query Resolution for
 * Conversational Search with Limited Supervision"), with a logistic regression in the place of BERT.
 *
 * <p>The probability is {@code 1 / (1 + exp(-w·x))} over the {@link Term#clues}; a word counts {@value #SCALE} times that,
 * at most 1. So do the words that the rules put into the question, which may have put in the wrong ones.
 * {@code RewritingTrial} of the test tree fits the weights to the rewritings of TREC CAsT, and tells how well they do on
 * conversations that they were not fitted on.
 */
final class Expansion {
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
    record Term(String word, String stem, double[] clues) {}

    static final double SCALE = 1.4;

    private static final double[] FITTED = {-4.18, 1.51, 1.71, -0.73, 1.48, 1.20, -1.14, 1.25, -1.13, 2.64};
    private static final double DECAY = 0.6;
    /** Less than this a word does not count at all. */
    private static final double LEAST = 0.05;

    private final double[] weights;

    Expansion(double[] weights) {
        this.weights = weights.clone();
    }

    Expansion() {
        this(FITTED);
    }

    /** What to search with beside the words of the question as it was asked: words, and how much each counts. */
    Map<String, Double> of(String asked, String understood, List<Exchange> before) {
        var weighed = new HashMap<String, Double>();
        for (Term term : terms(asked, understood, before)) {
            double probability = Logistic.probability(term.clues, weights);
            if (probability >= LEAST) {
                weighed.put(term.word, Math.min(1, SCALE * probability));
            }
        }
        return weighed;
    }

    /** All words of the conversation and of the question as understood that are not in the question as asked. */
    static List<Term> terms(String asked, String understood, List<Exchange> before) {
        Set<String> known = Word.stems(Word.of(asked, "en"));
        Set<String> putIn = Word.stems(Word.of(understood, "en"));
        List<Asked> questions =
                before.stream().map(exchange -> Asked.of(exchange.standalone())).toList();
        List<Word> told = words(before.get(before.size() - 1).sentences());
        var written = new LinkedHashMap<String, String>();
        Stream.of(
                        words(List.of(understood)),
                        words(before.stream().map(Exchange::standalone).toList()),
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
                    ? questions.stream().anyMatch(question -> question.names.contains(stem))
                    : told.stream().anyMatch(one -> one.isName() && one.stem().equals(stem));
            long times = told.stream().filter(one -> one.stem().equals(stem)).count();
            terms.add(new Term(word, stem, new double[] {
                1,
                questions.get(0).stems.contains(stem) ? 1 : 0,
                wasAsked ? Math.pow(DECAY, questions.size() - 1 - last) : 0,
                wasAsked ? 1 : 0,
                questions.stream().anyMatch(question -> question.nouns.contains(stem)) ? 1 : 0,
                isName ? 1 : 0,
                Nouns.isGeneric(word) ? 1 : 0,
                putIn.contains(stem) ? 1 : 0,
                Math.min(known.size(), 6) / 6.0,
                Math.min(times, 4) / 4.0
            }));
        });
        return terms;
    }

    private static List<Word> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Word.of(text, "en").stream())
                .filter(word -> !word.stem().isEmpty())
                .toList();
    }

    /** The words of a question by their stems: all, those that are nouns, those that are names. */
    private record Asked(Set<String> stems, Set<String> nouns, Set<String> names) {
        static Asked of(String question) {
            List<Word> words = words(List.of(question));
            var nouns = new HashSet<String>();
            Nouns.of(question).all().forEach(noun -> nouns.addAll(noun.phrase().stems()));
            return new Asked(
                    Word.stems(words),
                    nouns,
                    Word.stems(words.stream().filter(Word::isName).toList()));
        }
    }
}
