package pullquote.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.retrieval.rerank.SpanPrediction;
import pullquote.text.Span;
import pullquote.text.Word;

/**
 * Reads the paragraphs of the best sentences once more, with a {@link ExtractiveReader}, and weighs the sentences anew. Those of
 * other paragraphs are left out: hardly any of them answers.
 */
final class Reranker {
    /** Reading takes most of an answer's time: so many paragraphs are worth it. */
    private static final int MAX_PARAGRAPHS = 2;
    /** As much of a long paragraph as is read, in characters. */
    static final int MAX_WINDOW_LENGTH = 900;
    /** What is asked for by these is no stretch of words that a reader could point at. */
    private static final Set<AnswerType> TYPES_WITHOUT_SPAN =
            EnumSet.of(AnswerType.VIEWS, AnswerType.QUOTE, AnswerType.YES_NO, AnswerType.SUMMARY);

    /** A chance less than this counts as this: nothing is as sure as a logarithm would have it. */
    private static final double MIN_PROBABILITY = 0.002;
    /** Of words that are so likely, more than nine of ten are marked as people would. */
    private static final double MIN_SPAN_PROBABILITY = 0.4;

    /**
     * So much likelier than no answer at all it must be that a sentence answers what was translated word by word, as the
     * logarithm of the odds: if the sentence has all words of the question, and if it has but a part of them.
     */
    private static final double MIN_LOG_ODDS = 1.6;

    private static final double MIN_LOG_ODDS_PARTIAL = 3;
    /** So likely the words must be that answer such a question, if it asks for what a name or a date would tell. */
    private static final double SPAN_TYPES = 0.12;

    private static final Set<AnswerType> SHORT_ANSWER_TYPES =
            EnumSet.of(AnswerType.PERSON, AnswerType.PLACE, AnswerType.DATE);

    /**
     * What the weight of the clues counts, and the reader's sureness: fitted by {@code ReaderTrial}, among the tests, on
     * articles that the reader had not learnt from.
     */
    static final double SCORE_WEIGHT = 0.47;

    static final double READER_WEIGHT = 0.68;
    /** So that as few of the right answers do not reach {@link SentenceRanker#MIN_SCORE} as without a reader. */
    private static final double BIAS = SentenceRanker.MIN_SCORE - 2.11;

    private final SentenceIndex index;
    private final ExtractiveReader reader;

    Reranker(SentenceIndex lines, ExtractiveReader reader) {
        this.index = lines;
        this.reader = reader;
    }

    /** Whether it is of use for such a question. */
    boolean supports(QuestionAnalysis asked) {
        return reader.supports(asked.language()) && !TYPES_WITHOUT_SPAN.contains(asked.answerType());
    }

    /** The sentences of the paragraphs that are read, best first; none if the best one says no more than the question. */
    List<ScoredSentence> rerank(String question, QuestionAnalysis asked, List<ScoredSentence> weighed) {
        List<Prediction> glances = predictions(question, weighed);
        return glances.stream().limit(1).anyMatch(best -> best.isSelfAnswering(asked)) ? List.of() : rescore(glances);
    }

    /**
     * The same for a question that was translated word by word: only those of which the reader is sure that they answer,
     * and the surer it must be, the less of the question they have.
     *
     * @param isWhole whether a sentence has all that is asked about
     */
    List<ScoredSentence> rerankStrictly(
            String question, QuestionAnalysis asked, List<ScoredSentence> weighed, Predicate<SourceSentence> isWhole) {
        return rescore(predictions(question, weighed).stream()
                .filter(glance -> glance.logOdds()
                                >= (isWhole.test(glance.candidate.sentence()) ? MIN_LOG_ODDS : MIN_LOG_ODDS_PARTIAL)
                        && glance.hasExpectedSpan(asked)
                        && !glance.isSelfAnswering(asked))
                .toList());
    }

    private static List<ScoredSentence> rescore(List<Prediction> glances) {
        return glances.stream().map(Prediction::rescored).toList();
    }

    /** Best first. */
    private List<Prediction> predictions(String question, List<ScoredSentence> weighed) {
        List<SentenceWindow> stretches = windows(weighed);
        List<SpanPrediction> readings = reader.predict(
                question, stretches.stream().map(SentenceWindow::text).toList());
        var glances = new ArrayList<Prediction>();
        for (ScoredSentence one : weighed) {
            for (int i = 0; i < stretches.size(); i++) {
                if (stretches.get(i).contains(one.sentence())) {
                    glances.add(Prediction.of(one, stretches.get(i), readings.get(i)));
                }
            }
        }
        glances.sort(Comparator.comparing(Prediction::rescored, ScoredSentence.BEST_FIRST));
        return glances;
    }

    /** What the reader sees in one sentence; the answer is the likeliest there, likely or not. */
    private record Prediction(
            ScoredSentence candidate,
            SentenceWindow window,
            double logOdds,
            Optional<SpanPrediction.Answer> answerSpan) {
        static Prediction of(ScoredSentence one, SentenceWindow stretch, SpanPrediction reading) {
            Span span = stretch.relativeSpan(one.sentence());
            return new Prediction(one, stretch, Reranker.logOdds(reading, span), reading.bestAnswerWithin(span));
        }

        private ScoredSentence rescored() {
            double weight = SCORE_WEIGHT * candidate.score() + READER_WEIGHT * logOdds + BIAS;
            return answerSpan
                    .filter(found -> found.probability() >= MIN_SPAN_PROBABILITY)
                    .map(found ->
                            new ScoredSentence(candidate.sentence(), weight, window.toParagraphSpan(found.span())))
                    .orElseGet(() -> new ScoredSentence(candidate.sentence(), weight));
        }

        private boolean hasExpectedSpan(QuestionAnalysis asked) {
            return !SHORT_ANSWER_TYPES.contains(asked.answerType())
                    || answerSpan
                            .filter(found -> found.probability() >= SPAN_TYPES)
                            .isPresent();
        }

        /** "The militants" is no answer to who trained the militants, nor is "the head of state" to who is the head. */
        private boolean isSelfAnswering(QuestionAnalysis asked) {
            return asked.answerType() == AnswerType.PERSON
                    && answerSpan
                            .flatMap(found -> headOf(found.span(), asked))
                            .filter(asked.stems()::contains)
                            .isPresent();
        }

        /**
         * The stem of the word that an English phrase is about: the last one, of those before "of". In "professional
         * militants" it is the militants, also if the reader points but at the first of the two.
         */
        private Optional<String> headOf(Span phrase, QuestionAnalysis asked) {
            List<Word> words = Word.tokenize(phrase.substringOf(window.text()), asked.language());
            Optional<Word> behind = Word.tokenize(window.text().substring(phrase.end()), asked.language()).stream()
                    .findFirst()
                    .filter(word -> window.text().startsWith(" " + word.text(), phrase.end())
                            && asked.stems().contains(word.stem())
                            && asked.headStem().filter(word.stem()::equals).isEmpty());
            if (behind.isPresent() && words.stream().noneMatch(Word::isName)) {
                return behind.map(Word::stem);
            }
            return words.stream()
                    .takeWhile(word -> !word.lower().equals("of"))
                    .map(Word::stem)
                    .filter(stem -> !stem.isEmpty())
                    .reduce((first, next) -> next);
        }
    }

    /** That it is answered there rather than nowhere in the text: the logarithm of the odds. */
    static double logOdds(SpanPrediction reading, Span span) {
        return Math.log((reading.probabilityWithin(span) + MIN_PROBABILITY)
                / (reading.noAnswerProbability() + MIN_PROBABILITY));
    }

    private List<SentenceWindow> windows(List<ScoredSentence> weighed) {
        var stretches = new ArrayList<SentenceWindow>();
        for (ScoredSentence one : weighed) {
            if (stretches.size() == MAX_PARAGRAPHS) {
                break;
            }
            if (stretches.stream().noneMatch(stretch -> stretch.isSameParagraph(one.sentence()))) {
                stretches.add(SentenceWindow.around(one.sentence(), index, MAX_WINDOW_LENGTH));
            }
        }
        return stretches;
    }
}
