package pullquote.conversation.followup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.conversation.Exchange;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.Query;

/**
 * Tells how far our understanding of follow-up questions brings a search from what was asked to what was meant:
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.conversation.followup.RewritingTrial
 * -Dexec.classpathScope=test -Dexec.args=rewriting.jsonl.gz}, a file of JSON lines with {@code history} (questions only),
 * {@code question} and {@code rewritten} by a person.
 *
 * <p>All questions of all histories are the texts to be found, by BM25. The ten best for the person's rewriting are the
 * target; what counts is how many of them are among the ten best for the question as asked, and for ours.
 */
public final class RewritingTrial {
    private static final int BEST = 10;

    private record Row(List<String> history, String question, String rewritten) {}

    private RewritingTrial() {}

    public static void main(String[] args) throws IOException {
        List<Row> rows = rows(Path.of(args[0]));
        Set<String> texts = new LinkedHashSet<>();
        rows.forEach(row -> texts.addAll(row.history));
        var search = new ByWords(new Library(List.of(new Article(
                "questions",
                new FrontMatter(
                        "Questions", Optional.empty(), "en", Optional.empty(), Optional.empty(), Optional.empty()),
                texts.stream().filter(text -> !text.isBlank()).toList()))));
        double raw = 0;
        double ours = 0;
        int leaning = 0;
        int alone = 0;
        int unchanged = 0;
        for (Row row : rows) {
            if (row.history.isEmpty()) {
                continue;
            }
            String understood = understood(row);
            if (same(row.question, row.rewritten)) {
                alone++;
                unchanged += understood.equals(row.question) ? 1 : 0;
                if (args.length > 1 && !understood.equals(row.question)) {
                    System.out.println("CHANGED " + row.question + " -> " + understood);
                }
                continue;
            }
            Set<Integer> target = found(search, row.rewritten);
            if (target.isEmpty()) {
                continue;
            }
            leaning++;
            double one = overlap(found(search, row.question), target);
            double two = overlap(found(search, understood), target);
            raw += one;
            ours += two;
            if (args.length > 1) {
                System.out.printf(
                        "%.1f %.1f %s | %s | %s | %s%n",
                        one, two, row.question, understood, row.rewritten, row.history.get(row.history.size() - 1));
            }
        }
        raw /= leaning;
        ours /= leaning;
        System.out.printf(
                "%d questions that lean on others: of the ten best for the person's rewriting, found by the question as asked %.3f,"
                        + " as understood %.3f: %.0f %% of the gap closed%n",
                leaning, raw, ours, 100 * (ours - raw) / (1 - raw));
        System.out.printf("%d questions that stand alone: unchanged %.3f%n", alone, (double) unchanged / alone);
    }

    private static String understood(Row row) {
        List<Exchange> before = new ArrayList<>();
        for (String asked : row.history) {
            before.add(exchange(asked, standalone(asked, before)));
        }
        return standalone(row.question, before);
    }

    private static String standalone(String asked, List<Exchange> before) {
        return before.isEmpty()
                ? asked
                : new FollowUps().standalone(Question.of(asked), before).text();
    }

    private static Exchange exchange(String asked, String standalone) {
        return new Exchange("0", asked, standalone, Optional.empty(), List.of(), List.of(), Instant.EPOCH);
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase()
                .replaceAll("\\W+", " ")
                .strip()
                .equals(other.toLowerCase().replaceAll("\\W+", " ").strip());
    }

    private static Set<Integer> found(ByWords search, String text) {
        var found = new LinkedHashSet<Integer>();
        search.retrieve(new Query(text), BEST)
                .forEach(passage -> found.add(passage.paragraph().number()));
        return found;
    }

    private static double overlap(Set<Integer> found, Set<Integer> target) {
        return (double) target.stream().filter(found::contains).count() / target.size();
    }

    private static List<Row> rows(Path set) throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(set)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode row = new ObjectMapper().readTree(line);
                var history = new ArrayList<String>();
                row.get("history")
                        .forEach(one -> history.add(Question.of(one.asText()).text()));
                rows.add(new Row(
                        history,
                        Question.of(row.get("question").asText()).text(),
                        Question.of(row.get("rewritten").asText()).text()));
            }
        }
        return rows;
    }
}
