package pullquote.conversation.suggest;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.text.Span;

/**
 * A question made of a sentence, which should answer it. Whether it does is for the asker to find out.
 *
 * @param source the sentence
 */
public record GeneratedQuestion(String text, Evidence source) {
    /** Those that can be made of an English article's sentences, in their order; none of any other's. */
    public static List<GeneratedQuestion> generate(Article article) {
        var made = new ArrayList<GeneratedQuestion>();
        if (article.frontMatter().language().equals("en")) {
            for (Paragraph paragraph : article.paragraphs()) {
                for (Span span : article.sentences(paragraph)) {
                    var source = new Evidence(article, paragraph, span);
                    QuestionGenerator.generate(source.quote()).stream()
                            .map(text -> new GeneratedQuestion(text, source))
                            .forEach(made::add);
                }
            }
        }
        return made;
    }
}
