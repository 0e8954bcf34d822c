package pullquote.answer.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.retrieval.Passage;

/** What a model is told: the newsroom's instructions, and then the passages and the question. */
public final class Prompts {
    /** What a model says, and nothing else, if the passages do not answer. */
    static final String NOT_ANSWERED = "NOT_ANSWERED";

    private static final Pattern FENCE =
            Pattern.compile("<(?=/?(?:passage|conversation)\\b)", Pattern.CASE_INSENSITIVE);

    private final PromptFile answer;
    private final PromptFile question;
    private final PromptFile standalone;
    private final PromptFile translate;

    private Prompts(PromptFile answer, PromptFile question, PromptFile standalone, PromptFile translate) {
        this.answer = answer;
        this.question = question;
        this.standalone = standalone;
        this.translate = translate;
    }

    /** @throws InvalidPrompt if a file is missing, or its places are not those that are filled here */
    public static Prompts read(Path folder) {
        return new Prompts(
                new PromptFile(
                        folder.resolve("answer.md"),
                        Map.of(
                                "language", "the language of the answer",
                                "not_answered", "the word for a question that the passages do not answer")),
                new PromptFile(
                        folder.resolve("question.md"),
                        Map.of("passages", "what was found", "question", "the reader's question")),
                new PromptFile(
                        folder.resolve("standalone.md"),
                        Map.of("conversation", "what was said before", "question", "the reader's question")),
                new PromptFile(
                        folder.resolve("translate.md"),
                        Map.of(
                                "language", "the language of the articles",
                                "conversation", "what was said before",
                                "question", "the reader's question")));
    }

    List<ChatMessage> messages(Question asked, Marks marks) {
        var passages = new StringBuilder();
        marks.forEach((id, passage) -> passages.append(fenced(id, passage)));
        return List.of(
                SystemMessage.from(
                        answer.filled(Map.of("language", language(asked.language()), "not_answered", NOT_ANSWERED))),
                UserMessage.from(question.filled(
                        Map.of("passages", passages.toString().strip(), "question", harmless(asked.text())))));
    }

    List<ChatMessage> standalone(Question asked, List<String> said) {
        return List.of(UserMessage.from(standalone.filled(
                Map.of("conversation", harmless(String.join("\n", said)), "question", harmless(asked.text())))));
    }

    /** @param language of the articles, as an ISO 639 code */
    List<ChatMessage> translation(Question asked, List<String> said, String language) {
        return List.of(UserMessage.from(translate.filled(Map.of(
                "language", language(language),
                "conversation", harmless(String.join("\n", said)),
                "question", harmless(asked.text())))));
    }

    /** In words; a client may have written anything there, of which only the name of a language gets through. */
    private static String language(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? "the language of the question" : name;
    }

    private static String fenced(String id, Passage passage) {
        Article article = passage.article();
        String date = article.about().date().map(LocalDate::toString).orElse("unknown");
        String title = harmless(article.about().title()).replace('"', '\'');
        return "<passage id=\"%s\" article=\"%s\" date=\"%s\">%n%s%n</passage>%n%n"
                .formatted(id, title, date, harmless(passage.paragraph().text()))
                .replace(System.lineSeparator(), "\n");
    }

    /** Nothing that is only text may look like the fence around it. */
    private static String harmless(String text) {
        return FENCE.matcher(text).replaceAll("‹");
    }
}
