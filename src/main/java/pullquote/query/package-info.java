/** What a reader asks, and what the product makes of it: language, question type, translations, earlier turns. */
@NullMarked
package pullquote.query;

import org.jspecify.annotations.NullMarked;
