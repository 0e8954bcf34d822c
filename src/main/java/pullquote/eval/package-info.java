/** Asks files of questions and reports how well they are answered. */
@NullMarked
package pullquote.eval;

import org.jspecify.annotations.NullMarked;
