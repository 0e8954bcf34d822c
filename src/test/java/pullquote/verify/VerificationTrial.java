package pullquote.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import pullquote.JsonLines;
import pullquote.answer.DraftSentence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.Verifier;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.retrieval.Passage;

/**
 * Tells how many untrue sentences the proof lets through, and how many true ones it drops:
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.verify.VerificationTrial -Dexec.classpathScope=test
 * -Dexec.args="reading.jsonl.gz entailment.jsonl.gz"}. The reading set has JSON lines with {@code title, context}, of which
 * every fifth sentence is copied, turned and corrupted; the entailment set has {@code claim}, {@code label} and either
 * {@code premise} or {@code premise_sentences}. A third argument prints each sentence that is judged wrongly.
 */
public final class VerificationTrial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LEADING_ADVERBIAL =
            Pattern.compile("^((?:In|On|During|By|Since|After|Before) (?:[^,]{0,40}\\d[^,]{0,20})), ");
    private static final Pattern PARENTHETICAL = Pattern.compile(" \\([^()]+\\)|, (?:which|who) [^,]+(?=\\.$)");

    /** By kind: how many were shown, of how many. */
    private final Map<String, int[]> acceptedCounts = new TreeMap<>();

    private final Verifier verifier = new ClaimVerifier();
    private final boolean verbose;

    private VerificationTrial(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] args) throws IOException {
        var trial = new VerificationTrial(args.length > 2);
        List<Article> articles = loadArticles(Path.of(args[0]));
        trial.evaluateArticle("interview", InterviewArticle.ARTICLE, articles.get(0), 1);
        for (int i = 0; i < articles.size(); i++) {
            trial.evaluateArticle("reading set", articles.get(i), articles.get((i + 1) % articles.size()), 5);
        }
        for (String file : List.of("paraphrases", "corruptions", "heldout-paraphrases", "heldout-corruptions")) {
            String truth = file.endsWith("paraphrases") ? "true" : "untrue";
            HandWrittenSentence.load(file)
                    .forEach(one -> trial.recordResult(file, truth, one.kind(), one.text(), one.passages()));
        }
        trial.print();
        evaluateEntailment(Path.of(args[1]));
    }

    private void evaluateArticle(String where, Article article, Article other, int every) {
        var corruptions = new SentenceCorruptor(article, other, new Random(7));
        List<String> sentences = SentenceCorruptor.sentencesOf(article);
        for (int i = 0; i < sentences.size(); i += every) {
            String sentence = sentences.get(i);
            List<Passage> near = nearbyPassages(article, sentence);
            recordResult(where, "true", "copied", sentence, near);
            reorder(sentence).ifPresent(text -> recordResult(where, "true", "reordered", text, near));
            shorten(sentence).ifPresent(text -> recordResult(where, "true", "shortened", text, near));
            corruptions.corrupt(sentence).forEach(one -> recordResult(where, "untrue", one.kind(), one.text(), near));
        }
    }

    /** The paragraph it is of and seven beside, as an answer has them. */
    private static List<Passage> nearbyPassages(Article article, String sentence) {
        List<Passage> passages = article.paragraphs().stream()
                .map(p -> new Passage(article, p, 1))
                .toList();
        int at = 0;
        while (!passages.get(at).paragraph().text().contains(sentence)) {
            at++;
        }
        int from = Math.max(0, Math.min(at - 3, passages.size() - 8));
        return passages.subList(from, Math.min(passages.size(), from + 8));
    }

    private static Optional<String> reorder(String sentence) {
        MatchResult leading =
                LEADING_ADVERBIAL.matcher(sentence).results().findFirst().orElse(null);
        if (leading == null || !sentence.endsWith(".") || sentence.contains("“") || sentence.contains("\"")) {
            return Optional.empty();
        }
        String rest = sentence.substring(leading.end(), sentence.length() - 1);
        String when = leading.group(1);
        return Optional.of(Character.toUpperCase(rest.charAt(0)) + rest.substring(1) + " "
                + Character.toLowerCase(when.charAt(0)) + when.substring(1) + ".");
    }

    private static Optional<String> shorten(String sentence) {
        String shorter = PARENTHETICAL.matcher(sentence).replaceFirst("");
        return shorter.equals(sentence) ? Optional.empty() : Optional.of(shorter);
    }

    private void recordResult(String where, String truth, String kind, String text, List<Passage> passages) {
        boolean isShown =
                verifier.verify(new DraftSentence(text, List.of()), passages).isPresent();
        for (String key : List.of(where + ", " + truth + ", " + kind, where + ", " + truth + ", ALL")) {
            int[] count = acceptedCounts.computeIfAbsent(key, k -> new int[2]);
            count[0] += isShown ? 1 : 0;
            count[1]++;
        }
        if (verbose && isShown != truth.equals("true")) {
            System.out.println((isShown ? "SHOWN    " : "DROPPED  ") + where + ", " + kind + ": " + text);
        }
    }

    private void print() {
        acceptedCounts.forEach((kind, count) -> System.out.printf(
                "%-45s %4d of %4d shown  %.3f%n", kind, count[0], count[1], (double) count[0] / count[1]));
    }

    /** Only the sentence that has most of the claim's words is looked at, and nobody is known in it. */
    private static void evaluateEntailment(Path set) throws IOException {
        Map<String, int[]> byLabel = new TreeMap<>();
        List<Double> supported = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (JsonNode row : JsonLines.read(set)) {
            AnalyzedSentence claim =
                    AnalyzedSentence.of(detokenize(row.get("claim").asText()), EntityIndex.EMPTY);
            List<String> premises = new ArrayList<>();
            (row.has("premise") ? List.of(row.get("premise")) : row.get("premise_sentences"))
                    .forEach(sentence -> premises.add(detokenize(sentence.asText())));
            AnalyzedSentence best = premises.stream()
                    .map(sentence -> AnalyzedSentence.of(sentence, EntityIndex.EMPTY))
                    .max(Comparator.comparingDouble(source -> coverage(claim, source)))
                    .orElseThrow();
            String label = row.get("label").asText();
            int[] count = byLabel.computeIfAbsent(label, l -> new int[2]);
            count[0] += claim.isSupportedBy(best, Set.of()) ? 1 : 0;
            count[1]++;
            (label.equals("supported") ? supported : others).add(coverage(claim, best));
        }
        byLabel.forEach(
                (label, count) -> System.out.printf("entailment, %-33s %4d of %4d shown%n", label, count[0], count[1]));
        System.out.printf(
                "entailment, AUROC of the part of the words that stand there: %.3f%n", auroc(supported, others));
    }

    private static double coverage(AnalyzedSentence claim, AnalyzedSentence source) {
        Set<String> contents = claim.contentStems();
        return contents.isEmpty()
                ? 0
                : (double) contents.stream().filter(source.stems()::contains).count() / contents.size();
    }

    private static double auroc(List<Double> high, List<Double> low) {
        double wins = 0;
        for (double one : high) {
            for (double other : low) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / high.size() / low.size();
    }

    /** Undoes what the Penn Treebank does to punctuation. */
    private static String detokenize(String text) {
        return text.replace("-LRB- ", "(")
                .replace(" -RRB-", ")")
                .replace(" -- ", " – ")
                .replace("`` ", "“")
                .replace(" ''", "”")
                .replaceAll(" ([.,;:!?)'’])", "$1");
    }

    private static List<Article> loadArticles(Path set) throws IOException {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        for (JsonNode row : JsonLines.read(set)) {
            texts.computeIfAbsent(row.get("title").asText(), t -> new LinkedHashSet<>())
                    .add(row.get("context")
                            .asText()
                            .replaceAll("\\s*\\n\\s*", " ")
                            .strip());
        }
        return texts.entrySet().stream()
                .map(one -> new Article(
                        one.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                        frontMatter(one.getKey()),
                        List.copyOf(one.getValue())))
                .toList();
    }

    private static FrontMatter frontMatter(String title) {
        return new FrontMatter(title, Optional.empty(), "en", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
