package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.query.NoAnswerReason;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+\\}");

    @ParameterizedTest
    @ValueSource(strings = {"_ru", "_kk"})
    void all_languages_have_the_same_keys_and_placeholders(String language) throws IOException {
        Properties english = messages("");
        Properties other = messages(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(other.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(other, key)).isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @EnumSource(value = NoAnswerReason.class, names = "NOTHING_LOADED", mode = EnumSource.Mode.EXCLUDE)
    void every_reason_has_a_message(NoAnswerReason reason) {
        assertThat(Messages.get("en", "not_found." + reason.code() + ".one", 1, "March 5, 2021"))
                .isNotBlank();
        assertThat(Messages.get("en", "not_found." + reason.code() + ".many", 7, "March 5, 2021"))
                .contains("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en-GB", "", "x", "zz-ZZ", "not a language"})
    void unsupported_languages_fall_back_to_english(String language) {
        assertThat(Messages.get(language, "not_found.off_topic.one"))
                .isEqualTo("I couldn’t find anything about that in this article.");
    }

    @Test
    void is_independent_of_the_default_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ru-RU"));
            assertThat(Messages.get("de", "not_found.nothing_loaded"))
                    .isEqualTo("No articles have been published here yet.");
            assertThat(Messages.get("en", "not_found.nothing_loaded"))
                    .isEqualTo("No articles have been published here yet.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void accepts_a_language_with_a_country() {
        assertThat(Messages.get("ru-KZ", "not_found.off_topic.one"))
                .isEqualTo("В этой статье ничего об этом не нашлось.");
    }

    private static TreeSet<String> placeholders(Properties messages, String key) {
        return PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        String name = "/pullquote/messages" + language + ".properties";
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
