package pullquote.answer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import pullquote.article.Article;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.retrieval.Passage;
import pullquote.text.Span;

/** The sample article that comes with the product. */
public final class InterviewArticle {
    public static final Library LIBRARY =
            KnowledgeFolder.load(Path.of("knowledge")).library();
    public static final Article ARTICLE =
            LIBRARY.article("tokayev-interview-january-2022").orElseThrow();
    public static final List<Passage> ALL_PASSAGES =
            ARTICLE.paragraphs().stream().map(InterviewArticle::passage).toList();

    private InterviewArticle() {}

    /** Paragraphs as they are found, by their numbers. */
    public static List<Passage> passages(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> passage(paragraph(number)))
                .toList();
    }

    /** The whole paragraph, as models name it. */
    public static Evidence paragraphAsEvidence(int number) {
        Paragraph paragraph = paragraph(number);
        return new Evidence(ARTICLE, paragraph, new Span(0, paragraph.text().length()));
    }

    /** Returns one sentence as evidence; both numbers start at 1. */
    public static Evidence sentence(int paragraph, int sentence) {
        Paragraph of = paragraph(paragraph);
        return new Evidence(ARTICLE, of, ARTICLE.sentences(of).get(sentence - 1));
    }

    private static Paragraph paragraph(int number) {
        return ARTICLE.paragraphs().get(number - 1);
    }

    private static Passage passage(Paragraph paragraph) {
        return new Passage(ARTICLE, paragraph, 1);
    }
}
