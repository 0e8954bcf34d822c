package pullquote.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pullquote.JsonLines;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
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

/**
 * Fits the weights of {@link SentenceScorer} on a reading set in JSON lines ({@code title, context, question, answers,
 * answerable}) and measures how often the right sentence comes first on a held-out quarter: {@code mvn -q test-compile
 * exec:java -Dexec.mainClass=pullquote.extract.WeightFitting -Dexec.classpathScope=test
 * -Dexec.args=squad-train.jsonl.gz}. With a second argument {@code words}, it fits the weights for languages that the
 * embeddings do not support, treating English as one of them.
 *
 * <p>It maximizes the likelihood of the right sentences under a softmax over all sentences of the eight best passages
 * and "no answer", whose weight is fitted too. The optimizer is Adam (Kingma and Ba 2014) with all questions in each
 * step.
 */
public final class WeightFitting {
    private static final int MAX_PASSAGES = 8;
    private static final int TRAINING_STEPS = 400;
    private static final double LEARNING_RATE = 0.1;
    private static final int FEATURE_COUNT = 5;
    private static final int COSINE_INDEX = 1;
    private static final EmbeddingModel WITHOUT_EMBEDDINGS = new EmbeddingModel() {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            return Response.from(
                    texts.stream().map(text -> Embedding.from(new float[] {1})).toList());
        }
    };

    /** Holds the features of a question's sentences, and which of them contain the answer. */
    record Example(double[][] features, boolean[] correct, boolean answerable) {
        boolean hasCorrect() {
            for (boolean one : correct) {
                if (one) {
                    return true;
                }
            }
            return false;
        }
    }

    private WeightFitting() {}

    public static void main(String[] args) throws IOException {
        List<Example> train = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        List<Example> all = examples(Path.of(args[0]), args.length > 1 && args[1].equals("words"));
        for (int i = 0; i < all.size(); i++) {
            // Splits in blocks, so that questions about one paragraph stay together.
            (i / 300 % 4 == 3 ? heldOut : train).add(all.get(i));
        }
        double[] weights = fit(train);
        System.out.printf(
                "weights %s, none of them %.2f%n",
                Arrays.toString(Arrays.stream(weights, 0, FEATURE_COUNT)
                        .map(weight -> Math.round(weight * 100) / 100.0)
                        .toArray()),
                weights[FEATURE_COUNT]);
        System.out.printf(
                "right sentence first, held out: %.3f; by the cosine alone: %.3f%n",
                topSentenceAccuracy(heldOut, weights), topSentenceAccuracy(heldOut, new double[] {0, 1, 0, 0, 0, 0}));
        System.out.printf(
                "no sentence good enough, held out: %.3f of the answerable, %.3f of the others%n",
                unansweredShare(heldOut, weights, true), unansweredShare(heldOut, weights, false));
    }

    private static double unansweredShare(List<Example> examples, double[] weights, boolean answerable) {
        return examples.stream()
                .filter(example -> example.answerable == answerable)
                .mapToInt(example -> Arrays.stream(example.features)
                                .allMatch(clues -> dot(weights, clues) < SentenceRanker.MIN_SCORE)
                        ? 1
                        : 0)
                .average()
                .orElse(0);
    }

    /** Returns the weight of each feature, and last the score of "no answer". */
    static double[] fit(List<Example> examples) {
        int clues = examples.get(0).features[0].length;
        var weights = new double[clues + 1];
        var mean = new double[clues + 1];
        var square = new double[clues + 1];
        for (int step = 1; step <= TRAINING_STEPS; step++) {
            double[] gradient = gradient(examples, weights);
            for (int i = 0; i <= clues; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                double m = mean[i] / (1 - Math.pow(0.9, step));
                double s = square[i] / (1 - Math.pow(0.999, step));
                weights[i] -= LEARNING_RATE * m / (Math.sqrt(s) + 1e-8);
            }
        }
        return weights;
    }

    /** Returns the gradient of the mean negative log-likelihood. */
    private static double[] gradient(List<Example> examples, double[] weights) {
        int clues = weights.length - 1;
        var gradient = new double[clues + 1];
        for (Example example : examples) {
            double[] exp = exponentials(example, weights);
            int none = exp.length - 1;
            double sum = Arrays.stream(exp).sum();
            double rightSum = example.answerable ? 0 : exp[none];
            for (int i = 0; i < none; i++) {
                rightSum += example.correct[i] ? exp[i] : 0;
            }
            for (int i = 0; i < none; i++) {
                double error = exp[i] / sum - (example.correct[i] ? exp[i] / rightSum : 0);
                for (int c = 0; c < clues; c++) {
                    gradient[c] += error * example.features[i][c] / examples.size();
                }
            }
            gradient[clues] += (exp[none] / sum - (example.answerable ? 0 : 1)) / examples.size();
        }
        return gradient;
    }

    /**
     * Returns the exponential of each sentence's score, and last that of "no answer", all relative to the highest
     * score.
     */
    private static double[] exponentials(Example example, double[] weights) {
        var exp = new double[example.features.length + 1];
        for (int i = 0; i < example.features.length; i++) {
            exp[i] = dot(weights, example.features[i]);
        }
        exp[exp.length - 1] = weights[weights.length - 1];
        double max = Arrays.stream(exp).max().orElseThrow();
        return Arrays.stream(exp).map(weight -> Math.exp(weight - max)).toArray();
    }

    private static double topSentenceAccuracy(List<Example> examples, double[] weights) {
        int answerable = 0;
        int first = 0;
        for (Example example : examples) {
            if (example.answerable) {
                int best = 0;
                for (int i = 1; i < example.features.length; i++) {
                    best = dot(weights, example.features[i]) > dot(weights, example.features[best]) ? i : best;
                }
                answerable++;
                first += example.correct[best] ? 1 : 0;
            }
        }
        return (double) first / answerable;
    }

    private static double dot(double[] weights, double[] clues) {
        double sum = 0;
        for (int c = 0; c < clues.length; c++) {
            sum += weights[c] * clues[c];
        }
        return sum;
    }

    private static List<Example> examples(Path file, boolean wordsOnly) throws IOException {
        List<JsonNode> rows = JsonLines.read(file);
        Library library = toLibrary(rows);
        Path vectors = Files.createTempDirectory("fitting").resolve("vectors.bin");
        var embeddings = EmbeddingCache.build(
                library,
                wordsOnly ? WITHOUT_EMBEDDINGS : new MiniLmModel(),
                new VectorCache(vectors, MiniLmModel.NAME),
                (work, done, all) -> System.err.printf("%s: %d of %d%n", work, done, all));
        Retriever dense = wordsOnly ? (query, limit) -> List.of() : new DenseRetriever(library, embeddings);
        var retriever = new HybridRetriever(dense, new Bm25Retriever(library), language -> !wordsOnly);
        var index = new SentenceIndex(library, embeddings);
        var clues = new SentenceScorer(index, embeddings);
        var examples = new ArrayList<Example>();
        for (JsonNode row : rows) {
            QuestionAnalysis analysis = QuestionAnalysis.of(row.get("question").asText(), "en");
            float[] vector = embeddings.embed(analysis.contentText());
            var features = new ArrayList<double[]>();
            var right = new ArrayList<Boolean>();
            for (Passage passage :
                    retriever.retrieve(new Query(row.get("question").asText()), MAX_PASSAGES)) {
                boolean isGold = passage.paragraph().text().equals(JsonLines.context(row));
                for (SourceSentence sentence : index.sentences(passage.article(), passage.paragraph())) {
                    double[] sentenceFeatures = clues.features(analysis, vector, sentence, passage.score());
                    sentenceFeatures[COSINE_INDEX] = wordsOnly ? 0 : sentenceFeatures[COSINE_INDEX];
                    features.add(sentenceFeatures);
                    right.add(isGold && containsAnswer(sentence, row));
                }
            }
            boolean answerable = row.get("answerable").asBoolean();
            // Nothing can be learned from questions whose passage the retriever missed.
            if (!answerable || right.contains(true)) {
                var isRight = new boolean[right.size()];
                for (int i = 0; i < isRight.length; i++) {
                    isRight[i] = answerable && right.get(i);
                }
                examples.add(new Example(features.toArray(double[][]::new), isRight, answerable));
            }
        }
        return examples;
    }

    private static boolean containsAnswer(SourceSentence sentence, JsonNode row) {
        for (JsonNode answer : row.get("answers")) {
            if (sentence.text().contains(answer.asText())) {
                return true;
            }
        }
        return false;
    }

    static Library toLibrary(List<JsonNode> rows) {
        Map<String, Set<String>> paragraphs = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            paragraphs
                    .computeIfAbsent(row.get("title").asText(), title -> new LinkedHashSet<>())
                    .add(JsonLines.context(row));
        }
        var articles = new ArrayList<Article>();
        paragraphs.forEach((title, texts) -> articles.add(
                new Article("a" + articles.size(), FrontMatter.ofTitle(title.replace('_', ' ')), List.copyOf(texts))));
        return new Library(articles);
    }
}
