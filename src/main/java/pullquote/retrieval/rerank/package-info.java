/** Predicts answer spans in paragraphs with a small extractive question answering model. */
@NullMarked
package pullquote.retrieval.rerank;

import org.jspecify.annotations.NullMarked;
