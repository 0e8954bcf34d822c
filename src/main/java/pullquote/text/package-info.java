/** Languages, sentences, words, numbers, names and messages: text processing that knows nothing of articles. */
@NullMarked
package pullquote.text;

import org.jspecify.annotations.NullMarked;
