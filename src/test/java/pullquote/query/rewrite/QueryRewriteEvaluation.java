package pullquote.query.rewrite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.JsonLines;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.Turn;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.Query;

/**
 * Measures how much closer rewriting a follow-up question brings its search results to those of the question that was
 * meant, and fits the weights of {@link QueryExpander} and {@link ContextDependence}: {@code mvn -q test-compile
 * exec:java -Dexec.mainClass=pullquote.query.rewrite.QueryRewriteEvaluation -Dexec.classpathScope=test
 * -Dexec.args="rewriting.jsonl.gz reading.jsonl.gz"}. The first file has the format of {@link RewriteExample#read}; the
 * second is a reading set, whose questions stand alone. With a third argument, each question is printed.
 *
 * <p>The target is the BM25 ranking for the human rewrite, once over the earlier questions of the same conversation and
 * once over those of all conversations. The measure is how similar to it the rankings for the question as asked and as
 * rewritten are. If the file has answers, they become part of the history, as in the product.
 *
 * <p>All results come from 5-fold cross-validation by conversation: each part is searched with weights fitted on the
 * other four.
 */
public final class QueryRewriteEvaluation {
    private static final int TOP_K = 10;
    private static final int FOLDS = 5;
    private static final double PERSISTENCE = 0.9;
    private static final int MAX_READING_QUESTIONS = 2_500;

    /** Compares two rankings. Results are from 0 to 1. */
    private interface RankingSimilarity {
        double compute(List<Integer> found, List<Integer> target);
    }

    /** Sums the similarity of the results to the target for a group of questions. */
    private static final class SimilarityTally {
        private final String label;
        private final RankingSimilarity similarity;
        private int count;
        private double originalSum;
        private double rewrittenSum;
        private double expandedSum;

        SimilarityTally(String label, RankingSimilarity similarity) {
            this.label = label;
            this.similarity = similarity;
        }

        void add(Bm25Retriever search, RewriteExample row, Question rewritten) {
            List<Integer> target = retrieve(search, new Query(row.humanRewrite().text()));
            if (!target.isEmpty()) {
                var expansion = new Query(rewritten.text(), rewritten.expansion(), rewritten.articleId());
                count++;
                originalSum += similarity.compute(
                        retrieve(search, new Query(row.question().text())), target);
                rewrittenSum += similarity.compute(retrieve(search, new Query(rewritten.text())), target);
                expandedSum += similarity.compute(retrieve(search, expansion), target);
            }
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "  %s: as asked %.3f, as understood %.3f (%.1f %% of the gap closed), expanded %.3f (%.1f %%), %d"
                            + " questions",
                    label,
                    originalSum / count,
                    rewrittenSum / count,
                    gapClosedPercent(rewrittenSum),
                    expandedSum / count,
                    gapClosedPercent(expandedSum),
                    count);
        }

        private double gapClosedPercent(double reached) {
            return count == originalSum ? 0 : 100 * (reached - originalSum) / (count - originalSum);
        }
    }

    /** Groups the questions that depend on the conversation, or those that do not. */
    private static final class QuestionGroup {
        private final SimilarityTally ownConversation =
                new SimilarityTally("own conversation, rank-biased overlap", QueryRewriteEvaluation::rankBiasedOverlap);
        private final SimilarityTally allConversations =
                new SimilarityTally("all conversations, of the ten best", QueryRewriteEvaluation::overlap);
        private int count;
        private int unchanged;
        private int unexpanded;

        void add(Bm25Retriever search, RewriteExample row, Question rewritten) {
            count++;
            unchanged += rewritten.text().equals(row.question().text()) ? 1 : 0;
            unexpanded += rewritten.expansion().isEmpty() ? 1 : 0;
            ownConversation.add(indexQuestions(List.of(row)), row, rewritten);
            allConversations.add(search, row, rewritten);
        }

        void print(String which) {
            System.out.printf(
                    Locale.ROOT,
                    "%d questions that %s: %.3f left as they were, %.3f not expanded%n%s%n%s%n",
                    count,
                    which,
                    (double) unchanged / count,
                    (double) unexpanded / count,
                    ownConversation,
                    allConversations);
        }
    }

    private QueryRewriteEvaluation() {}

    public static void main(String[] args) throws IOException {
        List<RewriteExample> rows = RewriteExample.read(Path.of(args[0])).stream()
                .filter(row -> !row.history().isEmpty())
                .toList();
        List<double[]> reading = loadReadingFeatures(Path.of(args[1]));
        List<String> conversations =
                rows.stream().map(RewriteExample::conversationId).distinct().toList();
        Bm25Retriever search = indexQuestions(rows);
        var dependent = new QuestionGroup();
        var standalone = new QuestionGroup();
        int dependentCount = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            var split = rows.stream()
                    .collect(Collectors.partitioningBy(
                            row -> conversations.indexOf(row.conversationId()) % FOLDS == part));
            double[] weights = fitContextDependenceWeights(split.get(false), selectFold(reading, part, false));
            var rewriter = new RuleBasedQueryRewriter(
                    new QueryExpander(fitExpanderWeights(split.get(false))), new ContextDependence(weights));
            for (RewriteExample row : split.get(true)) {
                Question rewritten = rewriter.rewrite(row.question(), row.history());
                (row.isStandalone() ? standalone : dependent).add(search, row, rewritten);
                if (args.length > 2) {
                    System.out.printf(
                            "%s | %s | %s | %s%n",
                            row.isStandalone() ? "ALONE" : "LEANS",
                            row.question().text(),
                            rewritten.text(),
                            row.humanRewrite().text());
                }
            }
            dependentCount += (int) selectFold(reading, part, true).stream()
                    .filter(features ->
                            LogisticRegression.probability(features, weights) >= ContextDependence.THRESHOLD)
                    .count();
        }
        dependent.print("depend on the conversation");
        standalone.print("stand alone");
        System.out.printf(
                Locale.ROOT,
                "%d questions of the reading set, each after another: %.3f not expanded%n",
                reading.size(),
                1 - (double) dependentCount / reading.size());
        System.out.println("weights of the expansion, fitted on all: " + formatWeights(fitExpanderWeights(rows)));
        System.out.println("weights of context dependence, fitted on all: "
                + formatWeights(fitContextDependenceWeights(rows, reading)));
    }

    private static String formatWeights(double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                .collect(Collectors.joining(", "));
    }

    private static double[] fitExpanderWeights(List<RewriteExample> rows) {
        return LogisticRegressionTrainer.fit(
                rows.stream().flatMap(row -> row.trainingExamples().stream()).toList());
    }

    /** Fits only on questions that the rules leave unchanged; those they change are expanded anyway. */
    private static double[] fitContextDependenceWeights(List<RewriteExample> rows, List<double[]> reading) {
        var examples = new ArrayList<LogisticRegressionTrainer.Example>();
        rows.stream()
                .filter(row -> row.ruleBasedRewrite().equals(row.question().text()))
                .map(row -> new LogisticRegressionTrainer.Example(
                        ContextDependence.features(row.question().text(), row.history()), !row.isStandalone()))
                .forEach(examples::add);
        reading.forEach(features -> examples.add(new LogisticRegressionTrainer.Example(features, false)));
        return LogisticRegressionTrainer.fit(examples);
    }

    /** Returns the features of standalone questions, each asked after the previous one. */
    private static List<double[]> loadReadingFeatures(Path file) throws IOException {
        List<String> questions = JsonLines.read(file).stream()
                .limit(MAX_READING_QUESTIONS)
                .map(row -> row.get("question").asText())
                .toList();
        return IntStream.range(1, questions.size())
                .mapToObj(i -> ContextDependence.features(
                        questions.get(i),
                        List.of(RewriteExample.createTurn(
                                Question.of(questions.get(i - 1)), questions.get(i - 1), ""))))
                .toList();
    }

    private static List<double[]> selectFold(List<double[]> all, int part, boolean inFold) {
        return IntStream.range(0, all.size())
                .filter(i -> (i % FOLDS == part) == inFold)
                .mapToObj(all::get)
                .toList();
    }

    private static Bm25Retriever indexQuestions(List<RewriteExample> rows) {
        List<String> texts = rows.stream()
                .flatMap(row -> row.history().stream())
                .map(Turn::question)
                .distinct()
                .toList();
        return new Bm25Retriever(
                new Library(List.of(new Article("questions", FrontMatter.ofTitle("Questions"), texts))));
    }

    private static List<Integer> retrieve(Bm25Retriever search, Query query) {
        return search.retrieve(query, TOP_K).stream()
                .map(passage -> passage.paragraph().number())
                .toList();
    }

    private static double overlap(List<Integer> found, List<Integer> target) {
        var both = new HashSet<>(target);
        both.retainAll(found);
        return (double) both.size() / target.size();
    }

    /**
     * Returns the rank-biased overlap of two rankings (Webber, Moffat and Zobel 2010, "A similarity measure for
     * indefinite rankings", equation 4), to the depth of the target and normalized so that equal rankings give 1. Top
     * ranks count most.
     */
    private static double rankBiasedOverlap(List<Integer> found, List<Integer> target) {
        double sum = 0;
        double max = 0;
        for (int depth = 1; depth <= target.size(); depth++) {
            double weight = Math.pow(PERSISTENCE, depth - 1);
            sum += weight * overlap(found.subList(0, Math.min(depth, found.size())), target.subList(0, depth));
            max += weight;
        }
        return sum / max;
    }
}
