/** Checks each drafted sentence against the articles before a reader sees it. */
@NullMarked
package pullquote.verify;

import org.jspecify.annotations.NullMarked;
