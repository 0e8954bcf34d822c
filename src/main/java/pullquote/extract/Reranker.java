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
 * Reads the paragraphs of the best sentences with an {@link ExtractiveReader} and rescores their sentences. Sentences
 * of other paragraphs are dropped, because they rarely contain the answer.
 */
final class Reranker {
    /**
     * Maximum number of paragraphs to read. Reading takes most of the answer time, so a higher value makes answers
     * slower.
     */
    private static final int MAX_PARAGRAPHS = 2;
    /** Maximum length of the text read from one paragraph, in characters. */
    static final int MAX_WINDOW_LENGTH = 900;
    /** Answer types without an answer span, which the reader cannot find. */
    private static final Set<AnswerType> TYPES_WITHOUT_SPAN =
            EnumSet.of(AnswerType.VIEWS, AnswerType.QUOTE, AnswerType.YES_NO, AnswerType.SUMMARY);

    /** Added to each probability before taking the logarithm, so that 0 gives a finite value. */
    private static final double PROBABILITY_SMOOTHING = 0.002;
    /**
     * Minimum probability for marking an answer span, from 0 to 1. Above it, more than 9 of 10 spans match the marking
     * by people.
     */
    private static final double MIN_SPAN_PROBABILITY = 0.4;

    /**
     * Minimum log-odds (answer vs. no answer) for a sentence that contains all words of a machine-translated question.
     */
    private static final double MIN_LOG_ODDS = 1.6;

    /** The same for a sentence that contains only part of the words. */
    private static final double MIN_LOG_ODDS_PARTIAL = 3;
    /**
     * Minimum probability of the answer span for {@link #SHORT_ANSWER_TYPES}, from 0 to 1, when the question was
     * machine-translated.
     */
    private static final double MIN_SHORT_ANSWER_PROBABILITY = 0.12;

    private static final Set<AnswerType> SHORT_ANSWER_TYPES =
            EnumSet.of(AnswerType.PERSON, AnswerType.PLACE, AnswerType.DATE);

    /**
     * Weight of the sentence score. {@code ReaderTrial} (in the tests) fitted it and {@link #READER_WEIGHT} on articles
     * that the reader was not trained on.
     */
    static final double SCORE_WEIGHT = 0.47;

    /** Weight of the reader's log-odds. */
    static final double READER_WEIGHT = 0.68;
    /**
     * Added to the combined score, so that as few correct answers fall below {@link SentenceRanker#MIN_SCORE} as
     * without a reader.
     */
    private static final double BIAS = SentenceRanker.MIN_SCORE - 2.11;

    private final SentenceIndex index;
    private final ExtractiveReader reader;

    Reranker(SentenceIndex index, ExtractiveReader reader) {
        this.index = index;
        this.reader = reader;
    }

    /** Returns true if the reader knows the language and the answer type has a span. */
    boolean supports(QuestionAnalysis analysis) {
        return reader.supports(analysis.language()) && !TYPES_WITHOUT_SPAN.contains(analysis.answerType());
    }

    /**
     * Returns the sentences of the paragraphs that are read, best first, or none if the best answer only repeats the
     * question.
     */
    List<ScoredSentence> rerank(String question, QuestionAnalysis analysis, List<ScoredSentence> ranked) {
        List<Prediction> predictions = predictions(question, ranked);
        return predictions.stream().limit(1).anyMatch(best -> best.repeatsQuestion(analysis))
                ? List.of()
                : rescore(predictions);
    }

    /**
     * Returns only the sentences that the reader is sure about, for a machine-translated question. The required
     * log-odds are higher if the sentence lacks words of the question.
     *
     * @param isComplete returns true if a sentence contains all words of the question
     */
    List<ScoredSentence> rerankStrictly(
            String question,
            QuestionAnalysis analysis,
            List<ScoredSentence> ranked,
            Predicate<SourceSentence> isComplete) {
        return rescore(predictions(question, ranked).stream()
                .filter(prediction -> prediction.logOdds()
                                >= (isComplete.test(prediction.candidate.sentence())
                                        ? MIN_LOG_ODDS
                                        : MIN_LOG_ODDS_PARTIAL)
                        && prediction.hasProbableSpan(analysis)
                        && !prediction.repeatsQuestion(analysis))
                .toList());
    }

    private static List<ScoredSentence> rescore(List<Prediction> predictions) {
        return predictions.stream().map(Prediction::rescored).toList();
    }

    /** Returns a prediction for each sentence of the paragraphs that are read, best first. */
    private List<Prediction> predictions(String question, List<ScoredSentence> ranked) {
        List<SentenceWindow> windows = windows(ranked);
        List<SpanPrediction> readings = reader.predict(
                question, windows.stream().map(SentenceWindow::text).toList());
        var predictions = new ArrayList<Prediction>();
        for (ScoredSentence scored : ranked) {
            for (int i = 0; i < windows.size(); i++) {
                if (windows.get(i).contains(scored.sentence())) {
                    predictions.add(Prediction.of(scored, windows.get(i), readings.get(i)));
                }
            }
        }
        predictions.sort(Comparator.comparing(Prediction::rescored, ScoredSentence.BEST_FIRST));
        return predictions;
    }

    /**
     * Holds the reader's result for one sentence. {@code answerSpan} is the most probable span in the sentence, however
     * low its probability.
     */
    private record Prediction(
            ScoredSentence candidate,
            SentenceWindow window,
            double logOdds,
            Optional<SpanPrediction.PredictedSpan> answerSpan) {
        static Prediction of(ScoredSentence scored, SentenceWindow window, SpanPrediction prediction) {
            Span span = window.relativeSpan(scored.sentence());
            return new Prediction(
                    scored, window, Reranker.logOdds(prediction, span), prediction.bestAnswerWithin(span));
        }

        private ScoredSentence rescored() {
            double score = SCORE_WEIGHT * candidate.score() + READER_WEIGHT * logOdds + BIAS;
            return answerSpan
                    .filter(answer -> answer.probability() >= MIN_SPAN_PROBABILITY)
                    .map(answer ->
                            new ScoredSentence(candidate.sentence(), score, window.toParagraphSpan(answer.span())))
                    .orElseGet(() -> new ScoredSentence(candidate.sentence(), score));
        }

        private boolean hasProbableSpan(QuestionAnalysis analysis) {
            return !SHORT_ANSWER_TYPES.contains(analysis.answerType())
                    || answerSpan
                            .filter(answer -> answer.probability() >= MIN_SHORT_ANSWER_PROBABILITY)
                            .isPresent();
        }

        /**
         * Returns true if the answer only repeats the question. "The militants" does not answer "who trained the
         * militants?".
         */
        private boolean repeatsQuestion(QuestionAnalysis analysis) {
            return analysis.answerType() == AnswerType.PERSON
                    && answerSpan
                            .flatMap(answer -> headOf(answer.span(), analysis))
                            .filter(analysis.stems()::contains)
                            .isPresent();
        }

        /**
         * Returns the stem of the head of an English noun phrase: its last word before "of". If the reader marks only
         * "professional" in "professional militants", the head is "militants".
         */
        private Optional<String> headOf(Span phrase, QuestionAnalysis analysis) {
            List<Word> words = Word.tokenize(phrase.substringOf(window.text()), analysis.language());
            Optional<Word> next = Word.tokenize(window.text().substring(phrase.end()), analysis.language()).stream()
                    .findFirst()
                    .filter(word -> window.text().startsWith(" " + word.text(), phrase.end())
                            && analysis.stems().contains(word.stem())
                            && analysis.headStem().filter(word.stem()::equals).isEmpty());
            if (next.isPresent() && words.stream().noneMatch(Word::isName)) {
                return next.map(Word::stem);
            }
            return words.stream()
                    .takeWhile(word -> !word.lower().equals("of"))
                    .map(Word::stem)
                    .filter(stem -> !stem.isEmpty())
                    .reduce((first, second) -> second);
        }
    }

    /** Returns the log-odds that the span, and not "no answer", is the answer. */
    static double logOdds(SpanPrediction prediction, Span span) {
        return Math.log((prediction.probabilityWithin(span) + PROBABILITY_SMOOTHING)
                / (prediction.noAnswerProbability() + PROBABILITY_SMOOTHING));
    }

    private List<SentenceWindow> windows(List<ScoredSentence> ranked) {
        var windows = new ArrayList<SentenceWindow>();
        for (ScoredSentence scored : ranked) {
            if (windows.size() == MAX_PARAGRAPHS) {
                break;
            }
            if (windows.stream().noneMatch(window -> window.isSameParagraph(scored.sentence()))) {
                windows.add(SentenceWindow.around(scored.sentence(), index, MAX_WINDOW_LENGTH));
            }
        }
        return windows;
    }
}
