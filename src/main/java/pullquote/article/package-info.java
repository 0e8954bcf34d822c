/** Contains the article model and loads articles from files: front matter, paragraphs, load issues, the library. */
@NullMarked
package pullquote.article;

import org.jspecify.annotations.NullMarked;
