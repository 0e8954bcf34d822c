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
 * Tells how far our understanding of follow-up questions brings a search from what was asked to what was meant, and fits
 * the weights of {@link QueryExpander} and {@link ContextDependence}: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.conversation.followup.RewritingTrial -Dexec.classpathScope=test
 * -Dexec.args="rewriting.jsonl.gz reading.jsonl.gz"}, a file as {@link RewriteExample#read} has it, and a reading set, whose
 * questions stand alone. With a third argument each question is shown.
 *
 * <p>What is found by BM25 for the person's rewriting is the target, once among the questions of the question's own
 * conversation so far, and once among those of all conversations. What counts is how like that ranking is what is found for
 * the question as asked, and for ours. Where the file has the answers that the readers were given they are remembered, as
 * the product remembers its own.
 *
 * <p>All is told by cross-validation: the conversations are dealt into five parts, and those of each part are
 * searched with weights that were fitted on the other four.
 */
public final class QueryRewriteEvaluation {
    private static final int TOP_K = 10;
    private static final int FOLDS = 5;
    private static final double PERSISTENCE = 0.9;
    private static final int MAX_READING_QUESTIONS = 2_500;

    /** How like two rankings are: 0 to 1. */
    private interface RankingSimilarity {
        double compute(List<Integer> found, List<Integer> target);
    }

    /** Questions of one kind, with how like what was found for them is to what should be. */
    private static final class SimilarityTally {
        private final String label;
        private final RankingSimilarity similarity;
        private int count;
        private double originalSum;
        private double rewrittenSum;
        private double expandedSum;

        SimilarityTally(String where, RankingSimilarity likeness) {
            this.label = where;
            this.similarity = likeness;
        }

        void add(Bm25Retriever search, RewriteExample row, Question understood) {
            List<Integer> target = retrieve(search, new Query(row.humanRewrite().text()));
            if (!target.isEmpty()) {
                var expansion = new Query(understood.text(), understood.expansion(), understood.articleId());
                count++;
                originalSum += similarity.compute(
                        retrieve(search, new Query(row.question().text())), target);
                rewrittenSum += similarity.compute(retrieve(search, new Query(understood.text())), target);
                expandedSum += similarity.compute(retrieve(search, expansion), target);
            }
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "  %s: as asked %.3f, as understood %.3f (%.1f %% of the gap closed), expanded %.3f (%.1f %%), %d questions",
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

    /** Those that lean on others, or those that do not. */
    private static final class QuestionGroup {
        private final SimilarityTally ownConversation =
                new SimilarityTally("own conversation, rank-biased overlap", QueryRewriteEvaluation::rankBiasedOverlap);
        private final SimilarityTally allConversations =
                new SimilarityTally("all conversations, of the ten best", QueryRewriteEvaluation::overlap);
        private int count;
        private int unchanged;
        private int unexpanded;

        void add(Bm25Retriever search, RewriteExample row, Question understood) {
            count++;
            unchanged += understood.text().equals(row.question().text()) ? 1 : 0;
            unexpanded += understood.expansion().isEmpty() ? 1 : 0;
            ownConversation.add(indexQuestions(List.of(row)), row, understood);
            allConversations.add(search, row, understood);
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
        var leaning = new QuestionGroup();
        var alone = new QuestionGroup();
        int reliant = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            var held = rows.stream()
                    .collect(Collectors.partitioningBy(
                            row -> conversations.indexOf(row.conversationId()) % FOLDS == part));
            double[] reliance = fitContextDependenceWeights(held.get(false), selectFold(reading, part, false));
            var understanding = new RuleBasedQueryRewriter(
                    new QueryExpander(fitExpanderWeights(held.get(false))), new ContextDependence(reliance));
            for (RewriteExample row : held.get(true)) {
                Question understood = understanding.rewrite(row.question(), row.history());
                (row.isStandalone() ? alone : leaning).add(search, row, understood);
                if (args.length > 2) {
                    System.out.printf(
                            "%s | %s | %s | %s%n",
                            row.isStandalone() ? "ALONE" : "LEANS",
                            row.question().text(),
                            understood.text(),
                            row.humanRewrite().text());
                }
            }
            reliant += (int) selectFold(reading, part, true).stream()
                    .filter(clues -> LogisticRegression.probability(clues, reliance) >= ContextDependence.THRESHOLD)
                    .count();
        }
        leaning.print("lean on others");
        alone.print("stand alone");
        System.out.printf(
                Locale.ROOT,
                "%d questions of the reading set, each after another: %.3f not expanded%n",
                reading.size(),
                1 - (double) reliant / reading.size());
        System.out.println("weights of the expansion, fitted on all: " + formatWeights(fitExpanderWeights(rows)));
        System.out.println(
                "weights of reliance, fitted on all: " + formatWeights(fitContextDependenceWeights(rows, reading)));
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

    /** Of questions that the rules leave alone: what they change is expanded anyway. */
    private static double[] fitContextDependenceWeights(List<RewriteExample> rows, List<double[]> reading) {
        var examples = new ArrayList<LogisticRegressionTrainer.Example>();
        rows.stream()
                .filter(row -> row.ruleBasedRewrite().equals(row.question().text()))
                .map(row -> new LogisticRegressionTrainer.Example(
                        ContextDependence.features(row.question().text(), row.history()), !row.isStandalone()))
                .forEach(examples::add);
        reading.forEach(clues -> examples.add(new LogisticRegressionTrainer.Example(clues, false)));
        return LogisticRegressionTrainer.fit(examples);
    }

    /** The clues of questions that stand alone, each asked after the one before it. */
    private static List<double[]> loadReadingFeatures(Path set) throws IOException {
        List<String> questions = JsonLines.read(set).stream()
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

    private static List<double[]> selectFold(List<double[]> all, int part, boolean these) {
        return IntStream.range(0, all.size())
                .filter(i -> (i % FOLDS == part) == these)
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
     * The part that two rankings share down to each rank, the first ranks counting most (Webber, Moffat and Zobel 2010, "A
     * similarity measure for indefinite rankings", equation 4), as deep as the target goes, and divided by what it would be
     * for the same ranking.
     */
    private static double rankBiasedOverlap(List<Integer> found, List<Integer> target) {
        double sum = 0;
        double most = 0;
        for (int depth = 1; depth <= target.size(); depth++) {
            double weight = Math.pow(PERSISTENCE, depth - 1);
            sum += weight * overlap(found.subList(0, Math.min(depth, found.size())), target.subList(0, depth));
            most += weight;
        }
        return sum / most;
    }
}
