/** Extractive question answering: a small model that predicts the answer span in a paragraph. */
@NullMarked
package pullquote.retrieval.rerank;

import org.jspecify.annotations.NullMarked;
