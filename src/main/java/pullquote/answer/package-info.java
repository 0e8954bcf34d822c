/**
 * The desk: turns a question and its passages into sentences that each show what they rest on. Its writers have rooms
 * of their own, {@code extractive} and {@code model}; neither can get a sentence past the {@link pullquote.answer.Proof},
 * which has one too, {@code proof}.
 */
@NullMarked
package pullquote.answer;

import org.jspecify.annotations.NullMarked;
