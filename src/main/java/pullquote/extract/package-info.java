/** Answers with sentences of the articles, ranked without a language model, and detects questions without an answer. */
@NullMarked
package pullquote.extract;

import org.jspecify.annotations.NullMarked;
