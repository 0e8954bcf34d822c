/** Retrieves paragraphs that are relevant to a query: with BM25, with embeddings, and with both combined. */
@NullMarked
package pullquote.retrieval;

import org.jspecify.annotations.NullMarked;
