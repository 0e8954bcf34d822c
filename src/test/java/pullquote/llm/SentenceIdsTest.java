package pullquote.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;

class SentenceIdsTest {
    @Test
    void ids_are_unique_and_cannot_be_mistaken_for_words_or_numbers() {
        var book = new Article("book", FrontMatter.ofTitle("A book"), Collections.nCopies(2_000, "It rained."));
        List<Evidence> sentences = sentences(book).toList();

        SentenceIds ids = SentenceIds.of(sentences);

        List<String> all = sentences.stream().map(ids::id).toList();
        assertThat(new HashSet<>(all)).hasSize(2_000);
        assertThat(all).allMatch(id -> id.matches("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{4}"));
        assertThat(String.join("", all)).doesNotContainPattern("[01258BGILOSZ]");
    }

    @Test
    void an_id_refers_to_one_sentence() {
        List<Evidence> sentences = sentences(UnrestArticle.ARTICLE).toList();
        SentenceIds ids = SentenceIds.of(sentences);

        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(ids.evidence(ids.id(sentence).toLowerCase(Locale.ROOT)))
                        .contains(sentence));
        assertThat(ids.evidence("0000")).isEmpty();
        assertThatThrownBy(() -> SentenceIds.of(List.of()).id(sentences.get(0)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void ids_differ_between_requests() {
        List<Evidence> sentences = sentences(UnrestArticle.ARTICLE).toList();
        SentenceIds first = SentenceIds.of(sentences);
        SentenceIds second = SentenceIds.of(sentences);

        assertThat(sentences.stream().map(first::id).toList())
                .isNotEqualTo(sentences.stream().map(second::id).toList());
    }

    private static Stream<Evidence> sentences(Article article) {
        return article.paragraphs().stream()
                .flatMap(paragraph ->
                        article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span)));
    }
}
