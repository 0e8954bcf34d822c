/** The writer that needs no model: it answers by choosing and ordering the article's own sentences. */
@NullMarked
package pullquote.answer.extractive;

import org.jspecify.annotations.NullMarked;
