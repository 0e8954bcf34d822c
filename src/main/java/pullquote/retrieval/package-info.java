/** Finds the paragraphs that are relevant to a query: BM25, embeddings, and the two combined. */
@NullMarked
package pullquote.retrieval;

import org.jspecify.annotations.NullMarked;
