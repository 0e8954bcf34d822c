package pullquote.conversation.suggest;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.text.Span;

/**
 * A question generated from a sentence that should answer it. The caller must check that it does.
 *
 * @param source the sentence
 */
public record GeneratedQuestion(String text, Evidence source) {
    /** Generates questions from the sentences of an English article, in text order; none for other languages. */
    public static List<GeneratedQuestion> generate(Article article) {
        var questions = new ArrayList<GeneratedQuestion>();
        if (article.frontMatter().language().equals("en")) {
            for (Paragraph paragraph : article.paragraphs()) {
                for (Span span : article.sentences(paragraph)) {
                    var source = new Evidence(article, paragraph, span);
                    QuestionGenerator.generate(source.quote()).stream()
                            .map(text -> new GeneratedQuestion(text, source))
                            .forEach(questions::add);
                }
            }
        }
        return questions;
    }
}
