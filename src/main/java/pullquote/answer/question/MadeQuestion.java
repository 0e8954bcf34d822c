package pullquote.answer.question;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.article.Span;

/**
 * A question made of a sentence, which should answer it. Whether it does is for the asker to find out.
 *
 * @param source the sentence
 */
public record MadeQuestion(String text, Evidence source) {
    /** Those that can be made of an English article's sentences, in their order; none of any other's. */
    public static List<MadeQuestion> of(Article article) {
        var made = new ArrayList<MadeQuestion>();
        if (article.about().language().equals("en")) {
            for (Paragraph paragraph : article.paragraphs()) {
                for (Span span : article.sentences(paragraph)) {
                    var source = new Evidence(article, paragraph, span);
                    Grammar.questions(source.quote()).stream()
                            .map(text -> new MadeQuestion(text, source))
                            .forEach(made::add);
                }
            }
        }
        return made;
    }
}
