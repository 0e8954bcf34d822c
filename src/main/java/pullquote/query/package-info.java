/** Analyzes readers' questions: language, question type, translations and earlier turns. */
@NullMarked
package pullquote.query;

import org.jspecify.annotations.NullMarked;
