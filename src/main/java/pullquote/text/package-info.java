/** Processes text independently of articles: languages, sentences, words, numbers, names and messages. */
@NullMarked
package pullquote.text;

import org.jspecify.annotations.NullMarked;
