package pullquote.answer;

import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.text.Span;

/** A stretch of an article that a sentence rests on. It cannot point beside the article's text. */
public record Evidence(Article article, Paragraph paragraph, Span span) {
    public Evidence {
        if (paragraph.number() > article.paragraphs().size()
                || !article.paragraphs().get(paragraph.number() - 1).equals(paragraph)) {
            throw new IllegalArgumentException("paragraph " + paragraph.number() + " is not of article " + article);
        }
        if (span.end() > paragraph.text().length()) {
            throw new IllegalArgumentException(span + " reaches beyond paragraph " + paragraph.number());
        }
    }

    /** Whether the other is a part of it. */
    boolean contains(Evidence part) {
        return article.equals(part.article) && paragraph.equals(part.paragraph) && span.contains(part.span);
    }

    /** Its words, to the character. */
    public String quote() {
        return span.substringOf(paragraph.text());
    }
}
