/** Answers with sentences of the articles, ranked without a language model, and decides when there is no answer. */
@NullMarked
package pullquote.extract;

import org.jspecify.annotations.NullMarked;
