package pullquote.retrieval;

import pullquote.article.Article;
import pullquote.article.Paragraph;

/**
 * Represents a paragraph retrieved for a query.
 *
 * @param article the article
 * @param paragraph the paragraph of the article
 * @param score the relevance, higher is better; comparable only within one search, unless the retriever documents more
 */
public record Passage(Article article, Paragraph paragraph, double score) {}
