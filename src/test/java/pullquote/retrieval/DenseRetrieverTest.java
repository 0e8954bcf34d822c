package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.SampleArticles;
import pullquote.article.Library;
import pullquote.text.Stemmer;

class DenseRetrieverTest extends RetrieverContract {
    @Override
    Retriever createRetriever(Library library) {
        return new DenseRetriever(library, embeddings(library));
    }

    @ParameterizedTest
    @CsvSource({
        "Did anyone get injured?, bridge 4",
        "What are the beverage prices?, tea 2",
        "At what hours can one visit?, tea 5",
        "How did cops treat protesters?, arrests 1",
    })
    void finds_paraphrases_without_shared_words(String question, String label) {
        var retriever = (DenseRetriever) createRetriever(TestArticles.LIBRARY);

        Passage best = retriever.retrieve(new Query(question), 1).get(0);

        assertThat(TestArticles.label(best)).isEqualTo(label);
        assertThat(sharedStems(question, best.paragraph().text())).isEmpty();
    }

    private static Set<String> sharedStems(String question, String text) {
        var shared = new HashSet<>(Stemmer.stems(question, "en"));
        shared.retainAll(Stemmer.stems(text, "en"));
        return shared;
    }

    @Test
    void score_is_the_cosine() {
        Retriever retriever = createRetriever(SampleArticles.LIBRARY);
        EmbeddingCache embeddings = embeddings(SampleArticles.LIBRARY);
        String question = "Who owns the tea house?";

        assertThat(retriever.retrieve(new Query(question), 100))
                .hasSize(11)
                .filteredOn(passage ->
                        embeddings.supports(passage.article().frontMatter().language()))
                .hasSize(9)
                .allSatisfy(passage -> assertThat(passage.score())
                        .isEqualTo(EmbeddingCache.cosine(
                                embeddings.embed(question),
                                embeddings.embed(passage.paragraph().text()))));
        String text = SampleArticles.TEA.paragraphs().get(0).text();
        assertThat(retriever.retrieve(new Query(text), 1).get(0).score()).isEqualTo(1, Offset.offset(1e-5));
    }
}
