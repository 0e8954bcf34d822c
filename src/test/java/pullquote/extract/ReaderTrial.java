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
 * Tells what the embedded default gains by a {@link ExtractiveReader}: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.answer.extractive.ReaderTrial -Dexec.classpathScope=test -Dexec.args="squad.jsonl.gz
 * clapnq.jsonl.gz"}; with the word {@code fit} before a reading set, it fits {@link Reranker} to the
 * articles of it that the reader has not learnt from, which {@code src/training/held} names.
 */
public final class ReaderTrial {
    private static final Path HELD = Path.of("src", "training", "held");
    private static final int PASSAGES = 8;
    private static final double UNREAD = -10;

    /**
     * A question with the sentences of its own paragraph.
     *
     * @param clues the weight of each sentence without the reader
     * @param sureness what the reader thinks of each
     * @param right which of them hold the answer
     * @param likelihood how likely it is, to the reader, that the words it points at are the answer
     * @param marked whether people would point at them too
     * @param found whether the retriever finds the paragraph
     */
    private record Example(
            double[] features,
            double[] logOdds,
            boolean[] right,
            boolean answerable,
            double likelihood,
            boolean marked,
            boolean found) {
        WeightFitting.Example toFit() {
            var both = new double[features.length][];
            for (int i = 0; i < both.length; i++) {
                both[i] = new double[] {features[i], logOdds[i]};
            }
            return new WeightFitting.Example(both, right, answerable);
        }
    }

    private final ExtractiveReader reader = new OnnxReader();

    private ReaderTrial() {}

    public static void main(String[] args) throws IOException {
        var trial = new ReaderTrial();
        if (args[0].equals("fit")) {
            Set<String> held = lines("articles.txt");
            List<JsonNode> rows = JsonLines.read(Path.of(args[1])).stream()
                    .filter(row -> held.contains(row.get("title").asText()))
                    .toList();
            fit(trial.reading(rows));
            return;
        }
        report("reading", trial.reading(JsonLines.read(Path.of(args[0]))));
        report("attribution", trial.attribution(JsonLines.read(Path.of(args[1]))));
    }

    private static Set<String> lines(String file) throws IOException {
        return new HashSet<>(Files.readAllLines(HELD.resolve(file)));
    }

    private static void report(String name, List<Example> examples) {
        double[] weights = {Reranker.SCORE_WEIGHT, Reranker.READER_WEIGHT};
        tell(name + ": answered or not, AUROC", examples, ReaderTrial::auroc, weights);
        tell(name + ": right sentence first", examples, ReaderTrial::first, weights);
    }

    private interface Measure {
        double of(List<Example> examples, double[] weights);
    }

    private static void tell(String what, List<Example> examples, Measure measure, double[] weights) {
        System.out.printf(
                Locale.ROOT,
                "%-40s without the reader %.3f, with it %.3f, by it alone %.3f%n",
                what,
                measure.of(examples, new double[] {1, 0}),
                measure.of(examples, weights),
                measure.of(examples, new double[] {0, 1}));
    }

    private static double auroc(List<Example> examples, double[] weights) {
        return auroc(best(examples, weights, true), best(examples, weights, false));
    }

    /** The chance that one that is right is ranked above one that is wrong. */
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

    private static double first(List<Example> examples, double[] weights) {
        return examples.stream()
                .filter(Example::answerable)
                .mapToInt(example -> example.right[best(weigh(example, weights))] ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double[] weigh(Example example, double[] weights) {
        var weighed = new double[example.features.length];
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = weights[0] * example.features[i] + weights[1] * example.logOdds[i];
        }
        return weighed;
    }

    private static int best(double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        return best;
    }

    /** SQuAD's questions, each with its own paragraph. */
    private List<Example> reading(List<JsonNode> rows) throws IOException {
        Library library = WeightFitting.library(rows);
        var desk = new Scorer(library);
        Map<String, Evidence> paragraphs = new HashMap<>();
        for (Article article : library.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                paragraphs.put(paragraph.text(), whole(article, paragraph));
            }
        }
        var examples = new ArrayList<Example>();
        for (JsonNode row : rows) {
            List<String> answers = texts(row.get("answers"));
            examples.add(desk.example(
                    row.get("question").asText(),
                    paragraphs.get(JsonLines.context(row)),
                    line -> answers.stream().anyMatch(line.text()::contains),
                    answers,
                    row.get("answerable").asBoolean()));
        }
        return examples;
    }

    /** CLAPNQ's questions, each with its own passage as one paragraph. */
    private List<Example> attribution(List<JsonNode> rows) throws IOException {
        var articles = new ArrayList<Article>();
        for (JsonNode row : rows) {
            FrontMatter about = FrontMatter.ofTitle(row.get("title").asText());
            articles.add(
                    new Article("a" + articles.size(), about, List.of(String.join(" ", texts(row.get("sentences"))))));
        }
        var desk = new Scorer(new Library(articles));
        var examples = new ArrayList<Example>();
        for (int i = 0; i < rows.size(); i++) {
            List<Span> gold = gold(rows.get(i));
            examples.add(desk.example(
                    rows.get(i).get("question").asText(),
                    whole(articles.get(i), articles.get(i).paragraphs().get(0)),
                    line -> gold.stream()
                            .anyMatch(span -> isMostly(line.evidence().span(), span)),
                    List.of(),
                    rows.get(i).get("answerable").asBoolean()));
        }
        return examples;
    }

    private static List<Span> gold(JsonNode row) {
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

    private static boolean isMostly(Span one, Span other) {
        int both = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return both * 2 > one.end() - one.start();
    }

    private static Evidence whole(Article article, Paragraph paragraph) {
        return new Evidence(article, paragraph, new Span(0, paragraph.text().length()));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Where questions are read. */
    private final class Scorer {
        private final SentenceIndex lines;
        private final SentenceScorer clues;
        private final EmbeddingCache embeddings;
        private final Retriever retriever;

        Scorer(Library library) throws IOException {
            Path vectors = Files.createTempDirectory("reader").resolve("vectors.bin");
            embeddings = EmbeddingCache.build(
                    library, new MiniLmModel(), new VectorCache(vectors, MiniLmModel.NAME), (work, done, all) -> {});
            lines = new SentenceIndex(library, embeddings);
            clues = new SentenceScorer(lines, embeddings);
            retriever = new HybridRetriever(
                    new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
        }

        /** How well the retriever thinks the paragraph fits; 0 if it is not among the eight that it finds. */
        private double score(String question, Evidence where) {
            return retriever.retrieve(new Query(question), PASSAGES).stream()
                    .filter(passage -> passage.paragraph().equals(where.paragraph())
                            && passage.article().equals(where.article()))
                    .mapToDouble(Passage::score)
                    .findFirst()
                    .orElse(0);
        }

        Example example(
                String question,
                Evidence where,
                Predicate<SourceSentence> isRight,
                List<String> answers,
                boolean answerable) {
            QuestionAnalysis asked = QuestionAnalysis.of(question, "en");
            float[] vector = embeddings.embed(asked.contentText());
            List<SourceSentence> of = lines.sentences(where.article(), where.paragraph());
            double score = score(question, where);
            double[] weights = of.stream()
                    .mapToDouble(line -> clues.score(asked, vector, line, score))
                    .toArray();
            SentenceWindow stretch = SentenceWindow.around(of.get(best(weights)), lines, Reranker.MAX_WINDOW_LENGTH);
            SpanPrediction reading =
                    reader.predict(question, List.of(stretch.text())).get(0);
            double[] sureness = of.stream()
                    .mapToDouble(line ->
                            stretch.contains(line) ? Reranker.logOdds(reading, stretch.relativeSpan(line)) : UNREAD)
                    .toArray();
            var right = new boolean[of.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = isRight.test(of.get(i));
            }
            SpanPrediction.Answer answer = reading.bestAnswerWithin(stretch.relativeSpan(of.get(best(sureness))))
                    .orElseThrow();
            boolean marked =
                    answers.stream().anyMatch(one -> isLike(one, answer.span().substringOf(stretch.text())));
            return new Example(weights, sureness, right, answerable, answer.probability(), marked, score > 0);
        }
    }

    /** Whether people would take one for the other: one is within the other, and not much longer. */
    private static boolean isLike(String one, String other) {
        return (one.contains(other) || other.contains(one))
                && Math.min(one.length(), other.length()) * 3 >= Math.max(one.length(), other.length());
    }

    /** The weights of the best sentences for the questions that are answerable, or that are not, in order. */
    private static double[] best(List<Example> examples, double[] weights, boolean answerable) {
        return examples.stream()
                .filter(example -> example.answerable == answerable)
                .map(example -> weigh(example, weights))
                .mapToDouble(weighed -> weighed[best(weighed)])
                .sorted()
                .toArray();
    }

    /** The weights that make the right sentences, or "none of them", likeliest; and how sure marked answers should be. */
    private static void fit(List<Example> all) {
        // What the retriever missed cannot be learnt from.
        List<Example> examples =
                all.stream().filter(one -> one.found || !one.answerable).toList();
        double[] weights = WeightFitting.fit(examples.stream()
                .map(Example::toFit)
                .filter(example -> !example.answerable() || example.hasRight())
                .toList());
        System.out.printf(Locale.ROOT, "clues %.2f, reading %.2f, none %.2f%n", weights[0], weights[1], weights[2]);
        double[] right = best(examples, weights, true);
        double[] wrong = best(examples, weights, false);
        for (double lost : new double[] {0.013, 0.03, 0.05, 0.08, 0.12}) {
            double least = right[(int) (right.length * lost)];
            System.out.printf(
                    Locale.ROOT,
                    "%.2f is not reached by %.3f of the answerable, %.3f of the others%n",
                    least,
                    lost,
                    Arrays.stream(wrong).filter(weight -> weight < least).count() / (double) wrong.length);
        }
        tell("held back: answered or not, AUROC", examples, ReaderTrial::auroc, weights);
        tell("held back: right sentence first", examples, ReaderTrial::first, weights);
        for (int tenths = 0; tenths < 10; tenths++) {
            double likelihood = tenths / 10.0;
            List<Example> sure = examples.stream()
                    .filter(one -> one.answerable && one.likelihood >= likelihood)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "answer likelier than %.1f: %d of the answerable, %.3f marked as people did%n",
                    likelihood,
                    sure.size(),
                    sure.stream().mapToInt(one -> one.marked ? 1 : 0).average().orElse(0));
        }
    }
}
