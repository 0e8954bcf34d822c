/** Reading a text for a question, as a person does who looks for the words that answer it. */
@NullMarked
package pullquote.answer.reading;

import org.jspecify.annotations.NullMarked;
