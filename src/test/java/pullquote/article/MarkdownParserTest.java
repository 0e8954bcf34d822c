package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1990. It was a good year.      | 1990. It was a good year.",
                "- a, he said                   | - a, he said",
                "> who knows                    | > who knows",
                "\\*not\\* &amp; never          | *not* & never",
                "*Very* **good** _tea_          | Very good tea",
                "See [the *tea* page](/t \"x\") | See the tea page",
                "![A cup](cup.png) of tea       | A cup of tea",
                "Use `x * y` here               | Use x * y here",
                "<b>Bold</b><!-- no --> word    | Bold word",
                "5 < 6 and 7 > 6                | 5 < 6 and 7 > 6",
                "#hashtag                       | #hashtag",
                "<https://news.example/tea>     | https://news.example/tea",
            })
    void keepsInlineText(String written, String text) {
        assertThat(paragraphs(written)).containsExactly(text);
    }

    @Test
    void headingsAndRulesAreNotParagraphs() {
        assertThat(paragraphs(
                        "# One", "Two  ", "  three\\", "four", "", "Five", "====", "---", "* * *", "", "Six", "***"))
                .containsExactly("Two three four", "Six");
    }

    @Test
    void plainTextParserKeepsMarkup() {
        assertThat(new PlainTextParser()
                        .parse(List.of("# *One*", " two  three ", "", "- [four](x)", "", "***"))
                        .paragraphs())
                .containsExactly("# *One* two  three", "- [four](x)");
    }

    @ParameterizedTest // K03
    @ValueSource(
            strings = {"[", "![", "*a **b ", "`", "<", "&", "\\", "_a*", "[a](", "]", "<!--", "![a](b)", "\"", "#"})
    void takesLinearTime(String fragment) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> paragraphs(fragment.repeat(49_000 / fragment.length()), "", "Text."));
    }

    @Test // K03
    void nestingUsesNoStack() {
        String deep = "![".repeat(8_000) + "word" + "](a)".repeat(8_000);

        assertThat(paragraphs(deep)).hasSize(1).first().asString().contains("word");
    }

    private static List<String> paragraphs(String... lines) {
        return new MarkdownParser().parse(List.of(lines)).paragraphs();
    }
}
