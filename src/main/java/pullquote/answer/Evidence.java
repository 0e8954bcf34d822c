package pullquote.answer;

import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.text.Span;

/**
 * Represents the part of an article that supports a sentence. The constructor rejects positions outside the article.
 */
public record Evidence(Article article, Paragraph paragraph, Span span) {
    public Evidence {
        if (paragraph.number() > article.paragraphs().size()
                || !article.paragraphs().get(paragraph.number() - 1).equals(paragraph)) {
            throw new IllegalArgumentException("paragraph " + paragraph.number() + " is not in article " + article);
        }
        if (span.end() > paragraph.text().length()) {
            throw new IllegalArgumentException(span + " exceeds paragraph " + paragraph.number());
        }
    }

    /** Returns true if the other evidence is inside this one. */
    boolean contains(Evidence part) {
        return article.equals(part.article) && paragraph.equals(part.paragraph) && span.contains(part.span);
    }

    /** Returns the exact text of the span. */
    public String quote() {
        return span.substringOf(paragraph.text());
    }
}
