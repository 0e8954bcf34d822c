package pullquote.conversation.followup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.conversation.Exchange;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.Query;

/**
 * Tells how far our understanding of follow-up questions brings a search from what was asked to what was meant, and fits
 * the weights of {@link Expansion}: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.conversation.followup.RewritingTrial -Dexec.classpathScope=test
 * -Dexec.args=rewriting.jsonl.gz}, a file as {@link Rewriting#read} has it. With a second argument each question is shown.
 *
 * <p>All questions of all histories are the texts to be found, by BM25. The ten best for the person's rewriting are the
 * target; what counts is how many of them are among the ten best for the question as asked, and for ours. Where the file
 * has the answers that the readers were given they are remembered, as the product remembers its own.
 *
 * <p>The expansion is told by cross-validation: the conversations are dealt into five parts, and those of each part are
 * searched with weights that were fitted on the other four.
 */
public final class RewritingTrial {
    private static final int BEST = 10;
    private static final int FOLDS = 5;

    /** Questions of one kind, with what was found for them. */
    private static final class Tally {
        int count;
        double asAsked;
        double byRules;
        double expanded;
        int unchanged;
        int unexpanded;

        double closed(double reached) {
            return 100 * (reached - asAsked) / (count - asAsked);
        }
    }

    private RewritingTrial() {}

    public static void main(String[] args) throws IOException {
        List<Rewriting> all = Rewriting.read(Path.of(args[0]));
        List<Rewriting> rows =
                all.stream().filter(row -> !row.before().isEmpty()).toList();
        List<String> conversations =
                rows.stream().map(Rewriting::conversation).distinct().toList();
        ByWords search = over(rows);
        var leaning = new Tally();
        var alone = new Tally();
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            var held = rows.stream()
                    .collect(Collectors.partitioningBy(
                            row -> conversations.indexOf(row.conversation()) % FOLDS == part));
            var understanding = new FollowUps(new Expansion(fit(held.get(false))));
            for (Rewriting row : held.get(true)) {
                count(row, understanding, search, row.standsAlone() ? alone : leaning, args.length > 1);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d questions that lean on others: of the ten best for the person's rewriting, found by the question as asked"
                        + " %.3f, as understood by the rules %.3f (%.1f %% of the gap closed), expanded %.3f (%.1f %%)%n",
                leaning.count,
                leaning.asAsked / leaning.count,
                leaning.byRules / leaning.count,
                leaning.closed(leaning.byRules),
                leaning.expanded / leaning.count,
                leaning.closed(leaning.expanded));
        System.out.printf(
                Locale.ROOT,
                "%d questions that stand alone: %.3f left as they were, %.3f not expanded; of the ten best found by the"
                        + " question as asked, found as understood and expanded %.3f%n",
                alone.count,
                (double) alone.unchanged / alone.count,
                (double) alone.unexpanded / alone.count,
                alone.expanded / alone.count);
        System.out.println("weights, fitted on all: "
                + Arrays.stream(fit(rows))
                        .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                        .collect(Collectors.joining(", ")));
    }

    private static double[] fit(List<Rewriting> rows) {
        return LogisticRegression.fit(
                rows.stream().flatMap(row -> row.examples().stream()).toList());
    }

    private static void count(Rewriting row, FollowUps understanding, ByWords search, Tally tally, boolean show) {
        Set<Integer> target = found(search, new Query(row.rewritten().text()));
        if (target.isEmpty()) {
            return;
        }
        Question understood = understanding.standalone(row.asked(), row.before());
        double asAsked = overlap(found(search, new Query(row.asked().text())), target);
        double byRules = overlap(found(search, new Query(understood.text())), target);
        double expanded = overlap(
                found(search, new Query(understood.text(), understood.expansion(), understood.articleId())), target);
        tally.count++;
        tally.asAsked += asAsked;
        tally.byRules += byRules;
        tally.expanded += expanded;
        tally.unchanged += understood.text().equals(row.asked().text()) ? 1 : 0;
        tally.unexpanded += understood.expansion().isEmpty() ? 1 : 0;
        if (show) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %.1f %.1f %.1f %s | %s | %s | %s%n",
                    row.standsAlone() ? "ALONE" : "LEANS",
                    asAsked,
                    byRules,
                    expanded,
                    row.asked().text(),
                    understood.text(),
                    row.rewritten().text(),
                    row.before().get(row.before().size() - 1).question());
        }
    }

    private static ByWords over(List<Rewriting> rows) {
        List<String> texts = rows.stream()
                .flatMap(row -> row.before().stream())
                .map(Exchange::question)
                .distinct()
                .toList();
        return new ByWords(new Library(List.of(new Article("questions", FrontMatter.titled("Questions"), texts))));
    }

    private static Set<Integer> found(ByWords search, Query query) {
        var found = new LinkedHashSet<Integer>();
        search.retrieve(query, BEST)
                .forEach(passage -> found.add(passage.paragraph().number()));
        return found;
    }

    private static double overlap(Set<Integer> found, Set<Integer> target) {
        var both = new HashSet<>(target);
        both.retainAll(found);
        return (double) both.size() / target.size();
    }
}
