/** Articles and how they are read from files: front matter, paragraphs, load problems, the library. */
@NullMarked
package pullquote.article;

import org.jspecify.annotations.NullMarked;
