/** The catalogue: finds the paragraphs that may answer a question, by meaning and by words. */
@NullMarked
package pullquote.retrieval;

import org.jspecify.annotations.NullMarked;
