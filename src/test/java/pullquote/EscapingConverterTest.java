package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapingConverterTest {
    @Test
    void escapes_invisible_characters() {
        assertThat(EscapingConverter.escape("a\nb\u001b[31m \u202e \u2028 \uDB40\uDC41 é 🫖"))
                .isEqualTo("a\\u{a}b\\u{1b}[31m \\u{202e} \\u{2028} \\u{e0041} é 🫖");
    }
}
