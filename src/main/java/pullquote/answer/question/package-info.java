/** Makes questions of an article's own sentences, for readers who do not know what to ask. */
@NullMarked
package pullquote.answer.question;

import org.jspecify.annotations.NullMarked;
