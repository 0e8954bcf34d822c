package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FileLimitTest {
    @Test
    @Tag("S03")
    void warns_about_a_low_limit_with_a_remedy() {
        assertThat(FileLimit.warning(256))
                .contains("Only 256 files and connections may be open at once, which is too few under load."
                        + " Raise the limit to at least 1000 (ulimit -n 1000).");
        assertThat(FileLimit.warning(1_024)).isEmpty();
        assertThat(FileLimit.current()).isPositive();
    }
}
