package pullquote.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.article.Article;
import pullquote.query.Question;

/** Builds the messages for the model from the prompt files, the articles and the question. */
public final class PromptBuilder {
    /** The whole reply of a model that finds no answer in the articles. */
    static final String NOT_ANSWERED = "NOT_ANSWERED";

    private static final Pattern DELIMITER_TAG =
            Pattern.compile("<(?=/?(?:passage|context|article|conversation)\\b)", Pattern.CASE_INSENSITIVE);

    private final PromptFile answerPrompt;
    private final PromptFile questionPrompt;
    private final PromptFile rewritePrompt;
    private final PromptFile translationPrompt;

    private PromptBuilder(PromptFile answer, PromptFile question, PromptFile standalone, PromptFile translate) {
        this.answerPrompt = answer;
        this.questionPrompt = question;
        this.rewritePrompt = standalone;
        this.translationPrompt = translate;
    }

    /**
     * Loads the prompt files.
     *
     * @throws InvalidPrompt if a file is missing or has other placeholders than those that are filled
     */
    public static PromptBuilder load(Path folder) {
        return new PromptBuilder(
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

    List<ChatMessage> answerMessages(Question asked, PromptContext context, SentenceIds ids) {
        String passages =
                context.groups().stream().map(group -> formatGroup(group, ids)).collect(Collectors.joining("\n\n"));
        return List.of(
                SystemMessage.from(answerPrompt.render(
                        Map.of("language", languageName(asked.language()), "not_answered", NOT_ANSWERED))),
                UserMessage.from(questionPrompt.render(
                        Map.of("passages", passages, "question", escapeDelimiters(asked.text())))));
    }

    List<ChatMessage> rewriteMessages(Question asked, List<String> said) {
        return List.of(UserMessage.from(rewritePrompt.render(Map.of(
                "conversation",
                escapeDelimiters(String.join("\n", said)),
                "question",
                escapeDelimiters(asked.text())))));
    }

    /**
     * Returns the messages for rewriting and translating.
     *
     * @param language the language of the articles, as an ISO 639 code
     */
    List<ChatMessage> translationMessages(Question asked, List<String> said, String language) {
        return List.of(UserMessage.from(translationPrompt.render(Map.of(
                "language", languageName(language),
                "conversation", escapeDelimiters(String.join("\n", said)),
                "question", escapeDelimiters(asked.text())))));
    }

    /**
     * Returns the English name of a language. The code comes from a client, so nothing but the name reaches the prompt.
     */
    private static String languageName(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? "the language of the question" : name;
    }

    private static String formatGroup(List<PromptContext.PromptParagraph> group, SentenceIds ids) {
        Article article = group.get(0).article();
        String date = article.frontMatter().date().map(LocalDate::toString).orElse("unknown");
        String title = escapeDelimiters(article.frontMatter().title()).replace('"', '\'');
        return "<article title=\"" + title + "\" date=\"" + date + "\">\n"
                + group.stream()
                        .map(paragraph -> formatParagraph(paragraph, ids))
                        .collect(Collectors.joining("\n"))
                + "\n</article>";
    }

    /** Paragraphs that are there only for context are marked as such, so that a model knows what was found. */
    private static String formatParagraph(PromptContext.PromptParagraph paragraph, SentenceIds ids) {
        String element = paragraph.isRetrieved() ? "passage" : "context";
        String sentences = paragraph.sentences().stream()
                .map(sentence -> "[" + ids.id(sentence) + "] " + escapeDelimiters(sentence.quote()))
                .collect(Collectors.joining(" "));
        return "<" + element + ">\n" + sentences + "\n</" + element + ">";
    }

    /** Escapes what looks like an element of the prompt, so that text cannot close its element. */
    private static String escapeDelimiters(String text) {
        return DELIMITER_TAG.matcher(text).replaceAll("‹");
    }
}
