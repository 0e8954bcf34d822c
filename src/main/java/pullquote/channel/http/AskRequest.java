package pullquote.channel.http;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.article.Library;
import pullquote.channel.HttpProblemException;
import pullquote.query.Question;

/**
 * A request to {@code POST /api/answers}, as it was sent.
 *
 * @param pageLanguage of the page it is asked on: what a question that tells no language, such as a name, is taken for
 */
record AskRequest(
        @Nullable String question,
        @Nullable String conversationId,
        @Nullable String articleId,
        @Nullable String language,
        @Nullable String pageLanguage) {
    /** As in BCP 47: {@code ru}, {@code pt-BR}, {@code zh-Hant-TW}. */
    private static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}";

    /**
     * What is asked.
     *
     * @throws HttpProblemException if a field cannot be what it should
     * @throws pullquote.query.InvalidQuestion if there is nothing or too much to ask
     */
    Question question(Library library) {
        if (question == null) {
            throw HttpProblemException.invalid("question", "“question” is missing. Write your question in it.");
        }
        return Question.of(
                question, code("language", language), code("page_language", pageLanguage), knownArticle(library));
    }

    Optional<String> conversation() {
        return Optional.ofNullable(conversationId);
    }

    /** The language alone: where it is spoken makes no difference to us. */
    private static Optional<String> code(String field, @Nullable String language) {
        if (language == null) {
            return Optional.empty();
        }
        if (!language.matches(LANGUAGE_TAG)) {
            throw HttpProblemException.invalid(
                    field, "“" + field + "” is no language tag. Write it as in “ru” or “pt-BR”.");
        }
        int region = language.indexOf('-');
        return Optional.of((region < 0 ? language : language.substring(0, region)).toLowerCase(Locale.ROOT));
    }

    private Optional<String> knownArticle(Library library) {
        if (articleId != null && library.article(articleId).isEmpty()) {
            throw ArticlesResource.notFound();
        }
        return Optional.ofNullable(articleId);
    }
}
