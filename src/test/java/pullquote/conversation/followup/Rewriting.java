package pullquote.conversation.followup;

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
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.conversation.Cited;
import pullquote.conversation.Exchange;
import pullquote.retrieval.Word;

/**
 * A question of a conversation, and how a person put it so that it stands alone.
 *
 * @param conversation which of them
 * @param before what was said before, each question as the rules understand it
 * @param understood as the rules understand it
 */
record Rewriting(String conversation, List<Exchange> before, Question asked, String understood, Question rewritten) {
    private static final FollowUps RULES = new FollowUps();

    /**
     * Reads JSON lines with {@code id}, the conversation's and behind an underscore the question's, {@code history} (the
     * questions before), {@code question}, {@code rewritten} and, if there was an answer, {@code response} or {@code
     * passage}. Such an answer is remembered for the questions after it, as ours are.
     */
    static List<Rewriting> read(Path set) throws IOException {
        var rewritings = new ArrayList<Rewriting>();
        Map<List<String>, Exchange> exchanges = new HashMap<>();
        for (JsonNode row : JsonLines.read(set)) {
            String conversation = row.get("id").asText().replaceFirst("_[^_]*$", "");
            Question asked = Question.of(row.get("question").asText());
            var said = new ArrayList<>(List.of(conversation));
            var before = new ArrayList<Exchange>();
            for (JsonNode one : row.get("history")) {
                Question earlier = Question.of(one.asText());
                said.add(earlier.text());
                before.add(exchanges.computeIfAbsent(
                        List.copyOf(said), key -> exchange(earlier, understood(earlier, before), "")));
            }
            String understood = understood(asked, before);
            said.add(asked.text());
            exchanges.put(
                    said,
                    exchange(
                            asked,
                            understood,
                            row.path("response").asText(row.path("passage").asText(""))));
            rewritings.add(new Rewriting(
                    conversation,
                    List.copyOf(before),
                    asked,
                    understood,
                    Question.of(row.get("rewritten").asText())));
        }
        return rewritings;
    }

    /** Whether the person left it as it was. */
    boolean standsAlone() {
        return bare(asked).equals(bare(rewritten));
    }

    /** The words of the conversation, each with its clues, and whether the person put it in. */
    List<LogisticRegression.Example> examples() {
        Set<String> wanted = Word.stems(Word.of(rewritten.text(), "en"));
        return Expansion.terms(asked.text(), understood, before).stream()
                .map(term -> new LogisticRegression.Example(term.clues(), wanted.contains(term.stem())))
                .toList();
    }

    private static String bare(Question question) {
        return question.text().toLowerCase().replaceAll("\\W+", " ").strip();
    }

    private static String understood(Question asked, List<Exchange> before) {
        return RULES.standalone(asked, before).text();
    }

    static Exchange exchange(Question asked, String understood, String answer) {
        List<String> sentences = answer.isBlank()
                ? List.of()
                : sentences(answer.replaceAll("\\s+", " ").strip());
        return new Exchange(
                "0",
                asked.text(),
                understood,
                Optional.empty(),
                sentences,
                sentences.stream()
                        .map(sentence -> new Cited("article", "v", 1, 0, sentence.length(), sentence))
                        .toList(),
                Instant.EPOCH);
    }

    private static List<String> sentences(String answer) {
        var article = new Article("answer", FrontMatter.titled("Answer"), List.of(answer));
        return article.sentences(article.paragraphs().get(0)).stream()
                .map(span -> answer.substring(span.start(), span.end()))
                .toList();
    }
}
