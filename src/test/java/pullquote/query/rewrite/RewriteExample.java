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
 * Holds a question of a conversation and the standalone question that a person wrote for it.
 *
 * @param conversationId id of the conversation
 * @param history earlier turns, each question as the rules rewrite it
 * @param question the question as it was asked
 * @param ruleBasedRewrite the question as the rules rewrite it
 * @param humanRewrite the standalone question written by a person
 */
record RewriteExample(
        String conversationId, List<Turn> history, Question question, String ruleBasedRewrite, Question humanRewrite) {
    private static final RuleBasedQueryRewriter RULE_BASED_REWRITER = new RuleBasedQueryRewriter();

    /**
     * Reads JSON lines with {@code id} (conversation, underscore, question), {@code history} (the earlier questions),
     * {@code question}, {@code rewritten} and, if there was an answer, {@code response} or {@code passage}. Such an
     * answer becomes part of the history of the next questions.
     */
    static List<RewriteExample> read(Path file) throws IOException {
        var examples = new ArrayList<RewriteExample>();
        Map<List<String>, Turn> turnByHistory = new HashMap<>();
        for (JsonNode row : JsonLines.read(file)) {
            String conversation = row.get("id").asText().replaceFirst("_[^_]*$", "");
            Question question = Question.of(row.get("question").asText());
            var texts = new ArrayList<>(List.of(conversation));
            var history = new ArrayList<Turn>();
            for (JsonNode item : row.get("history")) {
                Question earlier = Question.of(item.asText());
                texts.add(earlier.text());
                history.add(turnByHistory.computeIfAbsent(
                        List.copyOf(texts), key -> createTurn(earlier, rewriteByRules(earlier, history), "")));
            }
            String rewritten = rewriteByRules(question, history);
            texts.add(question.text());
            turnByHistory.put(
                    texts,
                    createTurn(
                            question,
                            rewritten,
                            row.path("response").asText(row.path("passage").asText(""))));
            examples.add(new RewriteExample(
                    conversation,
                    List.copyOf(history),
                    question,
                    rewritten,
                    Question.of(row.get("rewritten").asText())));
        }
        return examples;
    }

    /** Returns true if the person left the question unchanged. */
    boolean isStandalone() {
        return normalize(question).equals(normalize(humanRewrite));
    }

    /** Returns the candidate words of the conversation with their features; positive if the person added them. */
    List<LogisticRegressionTrainer.Example> trainingExamples() {
        Set<String> humanStems = Word.stems(Word.tokenize(humanRewrite.text(), "en"));
        return QueryExpander.candidateTerms(question.text(), ruleBasedRewrite, history).stream()
                .map(term -> new LogisticRegressionTrainer.Example(term.features(), humanStems.contains(term.stem())))
                .toList();
    }

    private static String normalize(Question question) {
        return question.text().toLowerCase().replaceAll("\\W+", " ").strip();
    }

    private static String rewriteByRules(Question question, List<Turn> history) {
        return RULE_BASED_REWRITER.rewrite(question, history).text();
    }

    static Turn createTurn(Question question, String rewritten, String answer) {
        List<String> sentences = answer.isBlank()
                ? List.of()
                : splitSentences(answer.replaceAll("\\s+", " ").strip());
        return new Turn(
                "0",
                question.text(),
                rewritten,
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
