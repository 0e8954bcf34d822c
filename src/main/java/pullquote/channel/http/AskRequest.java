package pullquote.channel.http;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.article.Library;
import pullquote.channel.HttpProblemException;
import pullquote.query.Question;

/**
 * The unvalidated body of {@code POST /api/answers}.
 *
 * @param pageLanguage the language of the page, used if the question's own cannot be detected (a bare name, for
 *     example)
 */
record AskRequest(
        @Nullable String question,
        @Nullable String conversationId,
        @Nullable String articleId,
        @Nullable String language,
        @Nullable String pageLanguage) {
    /** Matches BCP 47 tags: {@code ru}, {@code pt-BR}, {@code zh-Hant-TW}. */
    private static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}";

    /**
     * Returns the validated question.
     *
     * @throws HttpProblemException if a field is missing or invalid
     * @throws pullquote.query.InvalidQuestion if the question is empty or too long
     */
    Question toQuestion(Library library) {
        if (question == null) {
            throw HttpProblemException.invalidField("question", "“question” is missing. Put the question text in it.");
        }
        return Question.of(
                question,
                parseLanguage("language", language),
                parseLanguage("page_language", pageLanguage),
                requireKnownArticle(library));
    }

    Optional<String> requestedConversationId() {
        return Optional.ofNullable(conversationId);
    }

    /** Returns the language subtag in lower case; regions and scripts are ignored. */
    private static Optional<String> parseLanguage(String field, @Nullable String language) {
        if (language == null) {
            return Optional.empty();
        }
        if (!language.matches(LANGUAGE_TAG)) {
            throw HttpProblemException.invalidField(
                    field, "“" + field + "” is not a valid language tag. Use one such as “ru” or “pt-BR”.");
        }
        int separator = language.indexOf('-');
        return Optional.of((separator < 0 ? language : language.substring(0, separator)).toLowerCase(Locale.ROOT));
    }

    private Optional<String> requireKnownArticle(Library library) {
        if (articleId != null && library.article(articleId).isEmpty()) {
            throw ArticlesResource.unknownArticle();
        }
        return Optional.ofNullable(articleId);
    }
}
