package pullquote.retrieval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pullquote.SampleArticles;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/** Articles for retriever tests: the shared sample articles, one in Kazakh about a lake and one about arrests. */
final class TestArticles {
    static final Article LAKE = article(
            "lake",
            "kk",
            "Балқаш көлінің деңгейі биыл жарты метрге көтерілді.",
            "Балықшылар жаңа қайықтарын көктемде суға түсірді.");

    static final Article ARRESTS = article(
            "arrests",
            "en",
            "Police were detaining people near the square until midnight.",
            "A lawyer said that twelve of them were students.",
            "The prosecutor's office has opened no case.");

    static final Library LIBRARY =
            library(ARRESTS, SampleArticles.BRIDGE, LAKE, SampleArticles.MARKET, SampleArticles.TEA);

    /** One query per article, in the language of the article. */
    static final List<Query> QUERIES = Stream.of(
                    "How many people were arrested by the police?",
                    "Why was the bridge closed?",
                    "Балқаш көлі қанша көтерілді?",
                    "Когда откроется Зелёный базар?",
                    "How much does a green tea cost?")
            .map(Query::new)
            .toList();

    private TestArticles() {}

    static Article article(String id, String language, String... paragraphs) {
        return new Article(
                id,
                new FrontMatter(id, Optional.empty(), language, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(paragraphs));
    }

    static Library library(Article... articles) {
        return new Library(List.of(articles));
    }

    /** Returns the article id and paragraph number of a passage, for example {@code tea 2}. */
    static String label(Passage passage) {
        return passage.article().id() + " " + passage.paragraph().number();
    }

    /** Returns the labels of the passages retrieved for a question, best first. */
    static List<String> retrievedLabels(Retriever retriever, String question) {
        return retriever.retrieve(new Query(question), 100).stream()
                .map(TestArticles::label)
                .toList();
    }
}
