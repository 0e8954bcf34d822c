package pullquote.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pullquote.SampleArticles;
import pullquote.answer.InterviewArticle;
import pullquote.article.Article;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;
import pullquote.retrieval.Passage;

/**
 * Sentences written by hand by people who did not know the proof's rules, about the interview, the cast of our tests and
 * three more articles of ours: true ones as a good model would write them, and untrue ones that read just as well.
 *
 * @param kind such as {@code passive} or {@code negation}
 */
record HandWrittenSentence(String kind, String text, Article article) {
    private static final Path DATA_FOLDER = Path.of("src/test/resources/proof");
    private static final Library FICTIONAL_LIBRARY =
            KnowledgeFolder.load(DATA_FOLDER.resolve("articles")).library();

    /** @param file such as {@code paraphrases}: lines of kind, article, paragraphs, text, parted by tabs */
    static List<HandWrittenSentence> load(String file) {
        try {
            return Files.readAllLines(DATA_FOLDER.resolve(file + ".tsv")).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(cells -> new HandWrittenSentence(cells[0], cells[3], article(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(String id) {
        return Optional.of(InterviewArticle.ARTICLE)
                .filter(article -> article.id().equals(id))
                .or(() -> SampleArticles.LIBRARY.article(id))
                .or(() -> FICTIONAL_LIBRARY.article(id))
                .orElseThrow(() -> new IllegalArgumentException("no article " + id));
    }

    /** All of its article, as if all had been found. */
    List<Passage> passages() {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
