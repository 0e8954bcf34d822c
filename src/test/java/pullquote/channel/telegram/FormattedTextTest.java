package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.model.MessageEntity.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T07")
class FormattedTextTest {
    @Test
    void how_a_text_looks_moves_along_with_it() {
        FormattedText text = FormattedText.plain("🫖 ")
                .append(FormattedText.styled("bold", Type.bold))
                .append(FormattedText.link("[1]", "https://a.example/"));

        assertThat(looks(text)).containsExactly("bold: bold", "text_link: [1]");
        assertThat(text.entities().get(1).url()).isEqualTo("https://a.example/");
    }

    @Test
    void a_long_text_is_cut_between_sentences_and_looks_as_before() {
        FormattedText text =
                FormattedText.styled("One sentence here. Another one there. A third.", Type.expandable_blockquote);

        List<FormattedText> pieces = text.split(40);

        assertThat(pieces)
                .extracting(FormattedText::text)
                .containsExactly("One sentence here. Another one there.", "A third.");
        assertThat(pieces)
                .allSatisfy(
                        piece -> assertThat(looks(piece)).containsExactly("expandable_blockquote: " + piece.text()));
    }

    @Test
    void a_long_sentence_is_cut_between_words() {
        assertThat(FormattedText.plain("word word word").split(10))
                .extracting(FormattedText::text)
                .containsExactly("word word", "word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🫖", "👩‍👩‍👧‍👦", "👍🏽", "e\u0301"})
    void nothing_that_is_seen_as_one_character_is_cut(String character) {
        List<FormattedText> pieces = FormattedText.plain(character.repeat(50)).split(30);

        assertThat(pieces).allMatch(piece -> piece.length() <= 30 && piece.length() % character.length() == 0);
        assertThat(pieces.stream().map(FormattedText::text).collect(Collectors.joining()))
                .isEqualTo(character.repeat(50));
    }

    @Test
    void a_character_longer_than_a_message_is_cut_but_not_inside_of_a_surrogate_pair() {
        String zalgo = "x" + "\uD834\uDD67".repeat(100);

        assertThat(FormattedText.plain(zalgo).split(50))
                .allMatch(piece -> !Character.isHighSurrogate(piece.text().charAt(piece.length() - 1)));
    }

    private static List<String> looks(FormattedText rich) {
        return rich.entities().stream()
                .map(look -> look.type() + ": " + rich.text().substring(look.offset(), look.offset() + look.length()))
                .toList();
    }
}
