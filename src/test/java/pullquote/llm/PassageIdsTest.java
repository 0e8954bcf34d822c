package pullquote.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pullquote.answer.Evidence;

class PassageIdsTest {
    @Test
    void ids_are_unique_and_never_words_or_years() {
        var ids = new HashSet<String>();
        var passages = Collections.nCopies(2_000, UnrestArticle.PASSAGES.get(0));

        PassageIds.of(passages).forEach((id, passage) -> ids.add(id));

        assertThat(ids).hasSize(2_000).allMatch(id -> id.matches("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{4}"));
        assertThat(String.join("", ids)).doesNotContainPattern("[01258BGILOSZ]");
    }

    @Test
    void an_id_refers_to_the_whole_paragraph() {
        PassageIds marks = PassageIds.of(UnrestArticle.PASSAGES);

        marks.forEach((id, passage) -> {
            Evidence evidence = marks.evidence(id.toLowerCase(Locale.ROOT)).orElseThrow();
            assertThat(evidence.article()).isSameAs(UnrestArticle.ARTICLE);
            assertThat(evidence.quote()).isEqualTo(passage.paragraph().text());
        });
        assertThat(marks.evidence("0000")).isEmpty();
    }

    @Test
    void ids_differ_between_requests() {
        var first = new HashSet<String>();
        PassageIds.of(UnrestArticle.PASSAGES).forEach((id, passage) -> first.add(id));
        var second = new HashSet<String>();
        PassageIds.of(UnrestArticle.PASSAGES).forEach((id, passage) -> second.add(id));

        assertThat(second).isNotEqualTo(first);
    }
}
