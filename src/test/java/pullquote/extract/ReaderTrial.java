package pullquote.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pullquote.JsonLines;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.query.QuestionAnalysis;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorCache;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.retrieval.rerank.OnnxReader;
import pullquote.retrieval.rerank.SpanPrediction;
import pullquote.text.Span;

/**
 * Measures what an {@link ExtractiveReader} adds to the embedded default: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.extract.ReaderTrial -Dexec.classpathScope=test -Dexec.args="squad.jsonl.gz
 * clapnq.jsonl.gz"}. With the argument {@code fit} before a reading set, it fits the weights of {@link Reranker} on the
 * articles that the reader was not trained on, listed in {@code src/training/held}.
 */
public final class ReaderTrial {
    private static final Path HELD_OUT_FOLDER = Path.of("src", "training", "held");
    private static final int MAX_PASSAGES = 8;
    private static final double LOG_ODDS_NOT_READ = -10;

    /**
     * Holds a question and the sentences of its own paragraph.
     *
     * @param features score of each sentence without the reader
     * @param logOdds log-odds of the reader for each sentence
     * @param right true for the sentences that contain the answer
     * @param answerable true if the question has an answer
     * @param likelihood probability that the reader gives its best span, from 0 to 1
     * @param marked true if that span matches an answer marked by people
     * @param found true if the retriever finds the paragraph
     */
    private record Example(
            double[] scores,
            double[] logOdds,
            boolean[] correct,
            boolean answerable,
            double spanProbability,
            boolean spanMatchesGold,
            boolean paragraphRetrieved) {
        WeightFitting.Example toFittingExample() {
            var both = new double[scores.length][];
            for (int i = 0; i < both.length; i++) {
                both[i] = new double[] {scores[i], logOdds[i]};
            }
            return new WeightFitting.Example(both, correct, answerable);
        }
    }

    private final ExtractiveReader reader = new OnnxReader();

    private ReaderTrial() {}

    public static void main(String[] args) throws IOException {
        var trial = new ReaderTrial();
        if (args[0].equals("fit")) {
            Set<String> held = readLines("articles.txt");
            List<JsonNode> rows = JsonLines.read(Path.of(args[1])).stream()
                    .filter(row -> held.contains(row.get("title").asText()))
                    .toList();
            fit(trial.readingExamples(rows));
            return;
        }
        report("reading", trial.readingExamples(JsonLines.read(Path.of(args[0]))));
        report("attribution", trial.attributionExamples(JsonLines.read(Path.of(args[1]))));
    }

    private static Set<String> readLines(String file) throws IOException {
        return new HashSet<>(Files.readAllLines(HELD_OUT_FOLDER.resolve(file)));
    }

    private static void report(String name, List<Example> examples) {
        double[] weights = {Reranker.SCORE_WEIGHT, Reranker.READER_WEIGHT};
        printMeasure(name + ": answered or not, AUROC", examples, ReaderTrial::auroc, weights);
        printMeasure(name + ": right sentence first", examples, ReaderTrial::topSentenceAccuracy, weights);
    }

    private interface Measure {
        double compute(List<Example> examples, double[] weights);
    }

    private static void printMeasure(String what, List<Example> examples, Measure measure, double[] weights) {
        System.out.printf(
                Locale.ROOT,
                "%-40s without the reader %.3f, with it %.3f, by it alone %.3f%n",
                what,
                measure.compute(examples, new double[] {1, 0}),
                measure.compute(examples, weights),
                measure.compute(examples, new double[] {0, 1}));
    }

    private static double auroc(List<Example> examples, double[] weights) {
        return auroc(best(examples, weights, true), best(examples, weights, false));
    }

    /** Returns the probability that a right one is ranked above a wrong one. */
    static double auroc(double[] right, double[] wrong) {
        double sum = 0;
        for (double one : right) {
            int below = 0;
            int equal = 0;
            for (double other : wrong) {
                below += other < one ? 1 : 0;
                equal += other == one ? 1 : 0;
            }
            sum += below + equal / 2.0;
        }
        return sum / right.length / wrong.length;
    }

    private static double topSentenceAccuracy(List<Example> examples, double[] weights) {
        return examples.stream()
                .filter(Example::answerable)
                .mapToInt(example -> example.correct[best(combinedScores(example, weights))] ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double[] combinedScores(Example example, double[] weights) {
        var scores = new double[example.scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = weights[0] * example.scores[i] + weights[1] * example.logOdds[i];
        }
        return scores;
    }

    private static int best(double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        return best;
    }

    /** Returns the questions of SQuAD, each with its own paragraph. */
    private List<Example> readingExamples(List<JsonNode> rows) throws IOException {
        Library library = WeightFitting.toLibrary(rows);
        var scorer = new Scorer(library);
        Map<String, Evidence> paragraphs = new HashMap<>();
        for (Article article : library.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                paragraphs.put(paragraph.text(), wholeParagraph(article, paragraph));
            }
        }
        var examples = new ArrayList<Example>();
        for (JsonNode row : rows) {
            List<String> answers = texts(row.get("answers"));
            examples.add(scorer.toExample(
                    row.get("question").asText(),
                    paragraphs.get(JsonLines.context(row)),
                    sentence -> answers.stream().anyMatch(sentence.text()::contains),
                    answers,
                    row.get("answerable").asBoolean()));
        }
        return examples;
    }

    /** Returns the questions of CLAPNQ, each with its own passage as one paragraph. */
    private List<Example> attributionExamples(List<JsonNode> rows) throws IOException {
        var articles = new ArrayList<Article>();
        for (JsonNode row : rows) {
            FrontMatter about = FrontMatter.ofTitle(row.get("title").asText());
            articles.add(
                    new Article("a" + articles.size(), about, List.of(String.join(" ", texts(row.get("sentences"))))));
        }
        var scorer = new Scorer(new Library(articles));
        var examples = new ArrayList<Example>();
        for (int i = 0; i < rows.size(); i++) {
            List<Span> gold = goldSpans(rows.get(i));
            examples.add(scorer.toExample(
                    rows.get(i).get("question").asText(),
                    wholeParagraph(articles.get(i), articles.get(i).paragraphs().get(0)),
                    sentence -> gold.stream()
                            .anyMatch(span -> isMostlyWithin(sentence.evidence().span(), span)),
                    List.of(),
                    rows.get(i).get("answerable").asBoolean()));
        }
        return examples;
    }

    private static List<Span> goldSpans(JsonNode row) {
        var gold = new HashSet<Integer>();
        row.path("gold_sentences").forEach(number -> gold.add(number.asInt()));
        var spans = new ArrayList<Span>();
        int at = 0;
        List<String> sentences = texts(row.get("sentences"));
        for (int i = 0; i < sentences.size(); i++) {
            int end = at + sentences.get(i).length();
            if (gold.contains(i)) {
                spans.add(new Span(at, end));
            }
            at = end + 1;
        }
        return spans;
    }

    private static boolean isMostlyWithin(Span one, Span other) {
        int both = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return both * 2 > one.end() - one.start();
    }

    private static Evidence wholeParagraph(Article article, Paragraph paragraph) {
        return new Evidence(article, paragraph, new Span(0, paragraph.text().length()));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Scores the sentences of a paragraph with and without the reader. */
    private final class Scorer {
        private final SentenceIndex index;
        private final SentenceScorer scorer;
        private final EmbeddingCache embeddings;
        private final Retriever retriever;

        Scorer(Library library) throws IOException {
            Path vectors = Files.createTempDirectory("reader").resolve("vectors.bin");
            embeddings = EmbeddingCache.build(
                    library, new MiniLmModel(), new VectorCache(vectors, MiniLmModel.NAME), (work, done, all) -> {});
            index = new SentenceIndex(library, embeddings);
            scorer = new SentenceScorer(index, embeddings);
            retriever = new HybridRetriever(
                    new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
        }

        /** Returns the retriever's score of the paragraph, or 0 if it is not among the eight best. */
        private double passageScore(String question, Evidence evidence) {
            return retriever.retrieve(new Query(question), MAX_PASSAGES).stream()
                    .filter(passage -> passage.paragraph().equals(evidence.paragraph())
                            && passage.article().equals(evidence.article()))
                    .mapToDouble(Passage::score)
                    .findFirst()
                    .orElse(0);
        }

        Example toExample(
                String question,
                Evidence evidence,
                Predicate<SourceSentence> isRight,
                List<String> answers,
                boolean answerable) {
            QuestionAnalysis analysis = QuestionAnalysis.of(question, "en");
            float[] vector = embeddings.embed(analysis.contentText());
            List<SourceSentence> sentences = index.sentences(evidence.article(), evidence.paragraph());
            double score = passageScore(question, evidence);
            double[] weights = sentences.stream()
                    .mapToDouble(sentence -> scorer.score(analysis, vector, sentence, score))
                    .toArray();
            SentenceWindow window =
                    SentenceWindow.around(sentences.get(best(weights)), index, Reranker.MAX_WINDOW_LENGTH);
            SpanPrediction prediction =
                    reader.predict(question, List.of(window.text())).get(0);
            double[] logOdds = sentences.stream()
                    .mapToDouble(sentence -> window.contains(sentence)
                            ? Reranker.logOdds(prediction, window.relativeSpan(sentence))
                            : LOG_ODDS_NOT_READ)
                    .toArray();
            var right = new boolean[sentences.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = isRight.test(sentences.get(i));
            }
            SpanPrediction.PredictedSpan answer = prediction
                    .bestAnswerWithin(window.relativeSpan(sentences.get(best(logOdds))))
                    .orElseThrow();
            boolean marked = answers.stream()
                    .anyMatch(one -> isAcceptableMatch(one, answer.span().substringOf(window.text())));
            return new Example(weights, logOdds, right, answerable, answer.probability(), marked, score > 0);
        }
    }

    /** Returns true if people would accept one span for the other: one contains the other and is not much longer. */
    private static boolean isAcceptableMatch(String one, String other) {
        return (one.contains(other) || other.contains(one))
                && Math.min(one.length(), other.length()) * 3 >= Math.max(one.length(), other.length());
    }

    /**
     * Returns the scores of the best sentences of the answerable or of the unanswerable questions, in ascending order.
     */
    private static double[] best(List<Example> examples, double[] weights, boolean answerable) {
        return examples.stream()
                .filter(example -> example.answerable == answerable)
                .map(example -> combinedScores(example, weights))
                .mapToDouble(scores -> scores[best(scores)])
                .sorted()
                .toArray();
    }

    /**
     * Fits the weights that maximize the probability of the right sentences, or of "no answer", and prints how reliable
     * marked spans are at each probability.
     */
    private static void fit(List<Example> all) {
        // Nothing can be learned from questions whose passage the retriever missed.
        List<Example> examples = all.stream()
                .filter(one -> one.paragraphRetrieved || !one.answerable)
                .toList();
        double[] weights = WeightFitting.fit(examples.stream()
                .map(Example::toFittingExample)
                .filter(example -> !example.answerable() || example.hasCorrect())
                .toList());
        System.out.printf(Locale.ROOT, "clues %.2f, reading %.2f, none %.2f%n", weights[0], weights[1], weights[2]);
        double[] right = best(examples, weights, true);
        double[] wrong = best(examples, weights, false);
        for (double share : new double[] {0.013, 0.03, 0.05, 0.08, 0.12}) {
            double threshold = right[(int) (right.length * share)];
            System.out.printf(
                    Locale.ROOT,
                    "%.2f is not reached by %.3f of the answerable, %.3f of the others%n",
                    threshold,
                    share,
                    Arrays.stream(wrong).filter(weight -> weight < threshold).count() / (double) wrong.length);
        }
        printMeasure("held back: answered or not, AUROC", examples, ReaderTrial::auroc, weights);
        printMeasure("held back: right sentence first", examples, ReaderTrial::topSentenceAccuracy, weights);
        for (int tenths = 0; tenths < 10; tenths++) {
            double likelihood = tenths / 10.0;
            List<Example> confident = examples.stream()
                    .filter(one -> one.answerable && one.spanProbability >= likelihood)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "answer likelier than %.1f: %d of the answerable, %.3f marked as people did%n",
                    likelihood,
                    confident.size(),
                    confident.stream()
                            .mapToInt(one -> one.spanMatchesGold ? 1 : 0)
                            .average()
                            .orElse(0));
        }
    }
}
