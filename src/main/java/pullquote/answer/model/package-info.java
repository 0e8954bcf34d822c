/** The writer that asks a language model: what it is told, how it is heard out, and how its draft is read. */
@NullMarked
package pullquote.answer.model;

import org.jspecify.annotations.NullMarked;
