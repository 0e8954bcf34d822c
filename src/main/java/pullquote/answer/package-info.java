/** The desk: turns a question and its passages into sentences that each show what they rest on. */
@NullMarked
package pullquote.answer;

import org.jspecify.annotations.NullMarked;
