package pullquote.llm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** Provides an article with three passages, and a question about it. */
final class UnrestArticle {
    static final Article ARTICLE = new Article(
            "unrest",
            new FrontMatter(
                    "Detainees “well treated”",
                    Optional.of(LocalDate.of(2022, 1, 31)),
                    "en",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            List.of(
                    "Commissioner Azimova visited the detainees on Jan. 7.",
                    "Tokayev told Khabar TV that order was restored.",
                    "It is reported that 12,000 people were detained."));
    static final List<Passage> PASSAGES =
            ARTICLE.paragraphs().stream().map(p -> new Passage(ARTICLE, p, 1)).toList();
    static final Question QUESTION = Question.of("Who visited the detainees?");

    /** Lists the sentences of the article, one per paragraph. */
    static final List<Evidence> SENTENCES = ARTICLE.paragraphs().stream()
            .map(paragraph -> new Evidence(
                    ARTICLE, paragraph, ARTICLE.sentences(paragraph).get(0)))
            .toList();

    private UnrestArticle() {}
}
