/** The shelves: articles, their paragraphs, and how they are read from files. */
@NullMarked
package pullquote.article;

import org.jspecify.annotations.NullMarked;
