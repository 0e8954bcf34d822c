package pullquote.answer.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import pullquote.Samples;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;
import pullquote.answer.Interview;
import pullquote.answer.Proof;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.retrieval.Passage;

/** Tells how many untrue sentences the proof lets through, and how many true ones it drops. */
public final class ProofTrial {
    private static final Pattern LEADING =
            Pattern.compile("^((?:In|On|During|By|Since|After|Before) (?:[^,]{0,40}\\d[^,]{0,20})), ");
    private static final Pattern ASIDE = Pattern.compile(" \\([^()]+\\)|, (?:which|who) [^,]+(?=\\.$)");

    private final Map<String, int[]> kept = new TreeMap<>();
    private final Proof proof = new StrictProof();
    private final boolean verbose;

    private ProofTrial(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] args) throws IOException {
        var trial = new ProofTrial(args.length > 1);
        var articles = new ArrayList<Article>(List.of(Interview.ARTICLE));
        articles.addAll(articles(Path.of(args[0])));
        for (int i = 0; i < articles.size(); i++) {
            trial.run(articles.get(i), articles.get((i + 1) % articles.size()), i == 0 ? 1 : 5);
        }
        trial.byHand(Path.of("src/test/resources/proof/paraphrases.tsv"), "true by hand ");
        trial.byHand(Path.of("src/test/resources/proof/corruptions.tsv"), "untrue by hand ");
        trial.kept.forEach((kind, count) -> System.out.printf(
                "%-28s %4d of %4d shown %6.3f%n", kind, count[0], count[1], (double) count[0] / count[1]));
    }

    private void run(Article article, Article other, int every) {
        var corruptions = new Corruptions(article, other, new Random(7));
        List<Passage> passages = article.paragraphs().stream()
                .map(p -> new Passage(article, p, 1))
                .toList();
        List<String> sentences = Corruptions.sentencesOf(article);
        String where = article == Interview.ARTICLE ? "interview " : "squad ";
        for (int i = 0; i < sentences.size(); i += every) {
            String sentence = sentences.get(i);
            List<Passage> near = near(passages, sentence);
            count(where + "true copied", sentence, near);
            reordered(sentence).ifPresent(text -> count(where + "true reordered", text, near));
            shortened(sentence).ifPresent(text -> count(where + "true shortened", text, near));
            corruptions.of(sentence).forEach(one -> count(where + "untrue " + one.kind(), one.text(), near));
        }
    }

    /** The paragraph it is of and seven beside, as an answer has them. */
    private static List<Passage> near(List<Passage> passages, String sentence) {
        int at = 0;
        while (!passages.get(at).paragraph().text().contains(sentence)) {
            at++;
        }
        int from = Math.max(0, Math.min(at - 3, passages.size() - 8));
        return passages.subList(from, Math.min(passages.size(), from + 8));
    }

    private static Optional<String> reordered(String sentence) {
        MatchResult leading = LEADING.matcher(sentence).results().findFirst().orElse(null);
        if (leading == null || !sentence.endsWith(".") || sentence.contains("“") || sentence.contains("\"")) {
            return Optional.empty();
        }
        String rest = sentence.substring(leading.end(), sentence.length() - 1);
        String when = leading.group(1);
        return Optional.of(Character.toUpperCase(rest.charAt(0)) + rest.substring(1) + " "
                + Character.toLowerCase(when.charAt(0)) + when.substring(1) + ".");
    }

    private static Optional<String> shortened(String sentence) {
        String shorter = ASIDE.matcher(sentence).replaceFirst("");
        return shorter.equals(sentence) ? Optional.empty() : Optional.of(shorter);
    }

    private void byHand(Path file, String what) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            if (cells.length < 4 || cells[0].equals("kind")) {
                continue;
            }
            Article article = cells[1].equals(Interview.ARTICLE.id())
                    ? Interview.ARTICLE
                    : Samples.LIBRARY.article(cells[1]).orElseThrow();
            count(
                    what + cells[0],
                    cells[3],
                    article.paragraphs().stream()
                            .map(p -> new Passage(article, p, 1))
                            .toList());
        }
    }

    private void count(String kind, String text, List<Passage> passages) {

        boolean shown = proof.prove(new Draft(text, List.of()), passages).isPresent();
        int[] count = kept.computeIfAbsent(kind, k -> new int[2]);
        count[0] += shown ? 1 : 0;
        count[1]++;
        if (verbose && shown == kind.contains("untrue")) {
            String why = passages.stream()
                    .flatMap(p -> p.article().sentences(p.paragraph()).stream()
                            .map(span -> new Evidence(p.article(), p.paragraph(), span)))
                    .map(source -> {
                        Reading reading = new Reading(source.article());
                        Claim claim = Claim.of(text, reading.cast());
                        java.util.Set<String> meant = reading.antecedent(source)
                                .map(one -> reading.meant(one, source))
                                .orElse(java.util.Set.of());
                        java.util.Set<String> missing = new java.util.HashSet<>(claim.contents());
                        missing.removeAll(reading.claim(source).stems());
                        missing.removeAll(meant);
                        return claim.doubts(reading.claim(source), meant) + " " + missing
                                + reading.claim(source).arrangement().against(claim.arrangement())
                                + (shown
                                        ? reading.claim(source).arrangement() + " AGAINST " + claim.arrangement()
                                        : "");
                    })
                    .min(java.util.Comparator.comparing((String one) ->
                            one.startsWith("[]") ? 0 : one.startsWith("[WORDS]") ? one.length() + 200 : one.length()))
                    .orElse("");
            System.out.println((shown ? "SHOWN   " : "DROPPED ") + kind + ": " + text + "  <<" + why);
        }
    }

    static List<Article> articles(Path set) throws IOException {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(set)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode row = new ObjectMapper().readTree(line);
                texts.computeIfAbsent(row.get("title").asText(), t -> new LinkedHashSet<>())
                        .add(row.get("context")
                                .asText()
                                .replaceAll("\\s*\\n\\s*", " ")
                                .strip());
            }
        }
        return texts.entrySet().stream()
                .map(one -> new Article(
                        one.getKey().toLowerCase(Locale.ROOT).replace("_", "-"),
                        new FrontMatter(
                                one.getKey(),
                                Optional.empty(),
                                "en",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        List.copyOf(one.getValue())))
                .toList();
    }
}
