/** What is let through to readers: a sentence is taken apart, and all of it must stand in the article's own sentences. */
@NullMarked
package pullquote.answer.proof;

import org.jspecify.annotations.NullMarked;
