package pullquote.retrieval;

import pullquote.article.Article;
import pullquote.article.Paragraph;

/**
 * A paragraph found for a question.
 *
 * @param score how well it fits, higher is better; comparable within one search only, unless its retriever says more
 */
public record Passage(Article article, Paragraph paragraph, double score) {}
