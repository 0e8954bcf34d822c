package pullquote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;

/** Tests the messages for questions without an answer. */
class NoAnswerMessageTest {
    private static final LocalDate DATE = LocalDate.of(2022, 1, 31);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1 | NOT_IN_ARTICLES      | I couldn’t find an answer to that in this article.
            en | 7 | NOT_IN_ARTICLES      | I couldn’t find an answer to that in these 7 articles.
            en | 1 | OFF_TOPIC            | I couldn’t find anything about that in this article.
            en | 1 | AFTER_PUBLICATION    | I couldn’t find an answer to that. This article was published on 31 January 2022, so it may not cover that.
            en | 1 | UNSUPPORTED_LANGUAGE | I’m not sure enough to answer, because this article is in another language. Try rephrasing, or ask in the language of the article.
            en | 0 | NOTHING_LOADED       | No articles have been published here yet.
            ru | 1 | NOT_IN_ARTICLES      | Не удалось найти ответ на этот вопрос в статье.
            ru | 7 | NOT_IN_ARTICLES      | Не удалось найти ответ на этот вопрос. Просмотрено статей: 7.
            ru | 1 | AFTER_PUBLICATION    | Не удалось найти ответ. Эта статья опубликована 31 января 2022 г., поэтому более поздних событий в ней может не быть.
            kk | 1 | NOT_IN_ARTICLES      | Бұл мақаладан сұрағыңыздың жауабын таба алмадым.
            kk | 7 | NOT_IN_ARTICLES      | Осы 7 мақаладан сұрағыңыздың жауабын таба алмадым.
            de | 1 | NOT_IN_ARTICLES      | I couldn’t find an answer to that in this article.
            """)
    void names_the_searched_articles_in_the_readers_language(
            String language, int articles, NoAnswerReason reason, String text) {
        assertThat(message(language, articles, reason)).isEqualTo(text);
    }

    @Test
    void does_not_depend_on_the_default_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(message("en", 1, NoAnswerReason.AFTER_PUBLICATION)).contains("31 January 2022");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String message(String language, int articles, NoAnswerReason reason) {
        var question = Question.of("Is Tokayev president now?", Optional.of(language), Optional.empty());
        // Newer JDKs put narrow no-break spaces into dates.
        return NoAnswerMessage.of(new NoAnswer(reason, List.of(), articles, Optional.of(DATE)), question)
                .replaceAll("\\h", " ");
    }
}
