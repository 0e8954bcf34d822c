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
    void append_shifts_entities() {
        FormattedText text = FormattedText.plain("🫖 ")
                .append(FormattedText.styled("bold", Type.bold))
                .append(FormattedText.link("[1]", "https://a.example/"));

        assertThat(describeEntities(text)).containsExactly("bold: bold", "text_link: [1]");
        assertThat(text.entities().get(1).url()).isEqualTo("https://a.example/");
    }

    @Test
    void splits_between_sentences_and_keeps_entities() {
        FormattedText text =
                FormattedText.styled("One sentence here. Another one there. A third.", Type.expandable_blockquote);

        List<FormattedText> pieces = text.split(40);

        assertThat(pieces)
                .extracting(FormattedText::text)
                .containsExactly("One sentence here. Another one there.", "A third.");
        assertThat(pieces)
                .allSatisfy(piece ->
                        assertThat(describeEntities(piece)).containsExactly("expandable_blockquote: " + piece.text()));
    }

    @Test
    void splits_a_long_sentence_between_words() {
        assertThat(FormattedText.plain("word word word").split(10))
                .extracting(FormattedText::text)
                .containsExactly("word word", "word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🫖", "👩‍👩‍👧‍👦", "👍🏽", "e\u0301"})
    void does_not_split_grapheme_clusters(String character) {
        List<FormattedText> pieces = FormattedText.plain(character.repeat(50)).split(30);

        assertThat(pieces).allMatch(piece -> piece.length() <= 30 && piece.length() % character.length() == 0);
        assertThat(pieces.stream().map(FormattedText::text).collect(Collectors.joining()))
                .isEqualTo(character.repeat(50));
    }

    @Test
    void does_not_split_surrogate_pairs_of_an_oversized_grapheme_cluster() {
        String zalgo = "x" + "\uD834\uDD67".repeat(100);

        assertThat(FormattedText.plain(zalgo).split(50))
                .allMatch(piece -> !Character.isHighSurrogate(piece.text().charAt(piece.length() - 1)));
    }

    private static List<String> describeEntities(FormattedText text) {
        return text.entities().stream()
                .map(entity -> entity.type() + ": "
                        + text.text().substring(entity.offset(), entity.offset() + entity.length()))
                .toList();
    }
}
