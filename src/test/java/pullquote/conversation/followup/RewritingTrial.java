package pullquote.conversation.followup;

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
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.conversation.Exchange;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.Query;

/**
 * Tells how far our understanding of follow-up questions brings a search from what was asked to what was meant, and fits
 * the weights of {@link Expansion} and {@link Reliance}: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.conversation.followup.RewritingTrial -Dexec.classpathScope=test
 * -Dexec.args="rewriting.jsonl.gz reading.jsonl.gz"}, a file as {@link Rewriting#read} has it, and a reading set, whose
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
public final class RewritingTrial {
    private static final int BEST = 10;
    private static final int FOLDS = 5;
    private static final double PERSISTENCE = 0.9;
    private static final int READING = 2_500;

    /** How like two rankings are: 0 to 1. */
    private interface Likeness {
        double of(List<Integer> found, List<Integer> target);
    }

    /** Questions of one kind, with how like what was found for them is to what should be. */
    private static final class Tally {
        private final String where;
        private final Likeness likeness;
        private int count;
        private double asAsked;
        private double byRules;
        private double expanded;

        Tally(String where, Likeness likeness) {
            this.where = where;
            this.likeness = likeness;
        }

        void count(ByWords search, Rewriting row, Question understood) {
            List<Integer> target = found(search, new Query(row.rewritten().text()));
            if (!target.isEmpty()) {
                var expansion = new Query(understood.text(), understood.expansion(), understood.articleId());
                count++;
                asAsked += likeness.of(found(search, new Query(row.asked().text())), target);
                byRules += likeness.of(found(search, new Query(understood.text())), target);
                expanded += likeness.of(found(search, expansion), target);
            }
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "  %s: as asked %.3f, as understood %.3f (%.1f %% of the gap closed), expanded %.3f (%.1f %%), %d questions",
                    where,
                    asAsked / count,
                    byRules / count,
                    closed(byRules),
                    expanded / count,
                    closed(expanded),
                    count);
        }

        private double closed(double reached) {
            return count == asAsked ? 0 : 100 * (reached - asAsked) / (count - asAsked);
        }
    }

    /** Those that lean on others, or those that do not. */
    private static final class Kind {
        private final Tally own = new Tally("own conversation, rank-biased overlap", RewritingTrial::rankBiasedOverlap);
        private final Tally all = new Tally("all conversations, of the ten best", RewritingTrial::overlap);
        private int count;
        private int unchanged;
        private int unexpanded;

        void count(ByWords search, Rewriting row, Question understood) {
            count++;
            unchanged += understood.text().equals(row.asked().text()) ? 1 : 0;
            unexpanded += understood.expansion().isEmpty() ? 1 : 0;
            own.count(over(List.of(row)), row, understood);
            all.count(search, row, understood);
        }

        void tell(String which) {
            System.out.printf(
                    Locale.ROOT,
                    "%d questions that %s: %.3f left as they were, %.3f not expanded%n%s%n%s%n",
                    count,
                    which,
                    (double) unchanged / count,
                    (double) unexpanded / count,
                    own,
                    all);
        }
    }

    private RewritingTrial() {}

    public static void main(String[] args) throws IOException {
        List<Rewriting> rows = Rewriting.read(Path.of(args[0])).stream()
                .filter(row -> !row.before().isEmpty())
                .toList();
        List<double[]> reading = reading(Path.of(args[1]));
        List<String> conversations =
                rows.stream().map(Rewriting::conversation).distinct().toList();
        ByWords search = over(rows);
        var leaning = new Kind();
        var alone = new Kind();
        int reliant = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            var held = rows.stream()
                    .collect(Collectors.partitioningBy(
                            row -> conversations.indexOf(row.conversation()) % FOLDS == part));
            double[] reliance = fitReliance(held.get(false), everyFifth(reading, part, false));
            var understanding = new FollowUps(new Expansion(fit(held.get(false))), new Reliance(reliance));
            for (Rewriting row : held.get(true)) {
                Question understood = understanding.standalone(row.asked(), row.before());
                (row.standsAlone() ? alone : leaning).count(search, row, understood);
                if (args.length > 2) {
                    System.out.printf(
                            "%s | %s | %s | %s%n",
                            row.standsAlone() ? "ALONE" : "LEANS",
                            row.asked().text(),
                            understood.text(),
                            row.rewritten().text());
                }
            }
            reliant += (int) everyFifth(reading, part, true).stream()
                    .filter(clues -> Logistic.probability(clues, reliance) >= Reliance.LIKELY)
                    .count();
        }
        leaning.tell("lean on others");
        alone.tell("stand alone");
        System.out.printf(
                Locale.ROOT,
                "%d questions of the reading set, each after another: %.3f not expanded%n",
                reading.size(),
                1 - (double) reliant / reading.size());
        System.out.println("weights of the expansion, fitted on all: " + told(fit(rows)));
        System.out.println("weights of reliance, fitted on all: " + told(fitReliance(rows, reading)));
    }

    private static String told(double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                .collect(Collectors.joining(", "));
    }

    private static double[] fit(List<Rewriting> rows) {
        return LogisticRegression.fit(
                rows.stream().flatMap(row -> row.examples().stream()).toList());
    }

    /** Of questions that the rules leave alone: what they change is expanded anyway. */
    private static double[] fitReliance(List<Rewriting> rows, List<double[]> reading) {
        var examples = new ArrayList<LogisticRegression.Example>();
        rows.stream()
                .filter(row -> row.understood().equals(row.asked().text()))
                .map(row -> new LogisticRegression.Example(
                        Reliance.clues(row.asked().text(), row.before()), !row.standsAlone()))
                .forEach(examples::add);
        reading.forEach(clues -> examples.add(new LogisticRegression.Example(clues, false)));
        return LogisticRegression.fit(examples);
    }

    /** The clues of questions that stand alone, each asked after the one before it. */
    private static List<double[]> reading(Path set) throws IOException {
        List<String> questions = JsonLines.read(set).stream()
                .limit(READING)
                .map(row -> row.get("question").asText())
                .toList();
        return IntStream.range(1, questions.size())
                .mapToObj(i -> Reliance.clues(
                        questions.get(i),
                        List.of(Rewriting.exchange(Question.of(questions.get(i - 1)), questions.get(i - 1), ""))))
                .toList();
    }

    private static List<double[]> everyFifth(List<double[]> all, int part, boolean these) {
        return IntStream.range(0, all.size())
                .filter(i -> (i % FOLDS == part) == these)
                .mapToObj(all::get)
                .toList();
    }

    private static ByWords over(List<Rewriting> rows) {
        List<String> texts = rows.stream()
                .flatMap(row -> row.before().stream())
                .map(Exchange::question)
                .distinct()
                .toList();
        return new ByWords(new Library(List.of(new Article("questions", FrontMatter.titled("Questions"), texts))));
    }

    private static List<Integer> found(ByWords search, Query query) {
        return search.retrieve(query, BEST).stream()
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
