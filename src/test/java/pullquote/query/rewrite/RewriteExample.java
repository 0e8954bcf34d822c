package pullquote.query.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.JsonLines;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.Question;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;
import pullquote.text.Word;

/**
 * A question of a conversation, and how a person put it so that it stands alone.
 *
 * @param conversation which of them
 * @param before what was said before, each question as the rules understand it
 * @param understood as the rules understand it
 */
record RewriteExample(
        String conversationId, List<Turn> history, Question question, String ruleBasedRewrite, Question humanRewrite) {
    private static final RuleBasedQueryRewriter RULE_BASED_REWRITER = new RuleBasedQueryRewriter();

    /**
     * Reads JSON lines with {@code id}, the conversation's and behind an underscore the question's, {@code history} (the
     * questions before), {@code question}, {@code rewritten} and, if there was an answer, {@code response} or {@code
     * passage}. Such an answer is remembered for the questions after it, as ours are.
     */
    static List<RewriteExample> read(Path set) throws IOException {
        var rewritings = new ArrayList<RewriteExample>();
        Map<List<String>, Turn> exchanges = new HashMap<>();
        for (JsonNode row : JsonLines.read(set)) {
            String conversation = row.get("id").asText().replaceFirst("_[^_]*$", "");
            Question asked = Question.of(row.get("question").asText());
            var said = new ArrayList<>(List.of(conversation));
            var before = new ArrayList<Turn>();
            for (JsonNode one : row.get("history")) {
                Question earlier = Question.of(one.asText());
                said.add(earlier.text());
                before.add(exchanges.computeIfAbsent(
                        List.copyOf(said), key -> createTurn(earlier, rewriteByRules(earlier, before), "")));
            }
            String understood = rewriteByRules(asked, before);
            said.add(asked.text());
            exchanges.put(
                    said,
                    createTurn(
                            asked,
                            understood,
                            row.path("response").asText(row.path("passage").asText(""))));
            rewritings.add(new RewriteExample(
                    conversation,
                    List.copyOf(before),
                    asked,
                    understood,
                    Question.of(row.get("rewritten").asText())));
        }
        return rewritings;
    }

    /** Whether the person left it as it was. */
    boolean isStandalone() {
        return normalize(question).equals(normalize(humanRewrite));
    }

    /** The words of the conversation, each with its clues, and whether the person put it in. */
    List<LogisticRegressionTrainer.Example> trainingExamples() {
        Set<String> wanted = Word.stems(Word.tokenize(humanRewrite.text(), "en"));
        return QueryExpander.candidateTerms(question.text(), ruleBasedRewrite, history).stream()
                .map(term -> new LogisticRegressionTrainer.Example(term.features(), wanted.contains(term.stem())))
                .toList();
    }

    private static String normalize(Question question) {
        return question.text().toLowerCase().replaceAll("\\W+", " ").strip();
    }

    private static String rewriteByRules(Question asked, List<Turn> before) {
        return RULE_BASED_REWRITER.rewrite(asked, before).text();
    }

    static Turn createTurn(Question asked, String understood, String answer) {
        List<String> sentences = answer.isBlank()
                ? List.of()
                : splitSentences(answer.replaceAll("\\s+", " ").strip());
        return new Turn(
                "0",
                asked.text(),
                understood,
                Optional.empty(),
                sentences,
                sentences.stream()
                        .map(sentence -> new StoredCitation("article", "v", 1, 0, sentence.length(), sentence))
                        .toList(),
                Instant.EPOCH);
    }

    private static List<String> splitSentences(String answer) {
        var article = new Article("answer", FrontMatter.ofTitle("Answer"), List.of(answer));
        return article.sentences(article.paragraphs().get(0)).stream()
                .map(span -> answer.substring(span.start(), span.end()))
                .toList();
    }
}
