/** The doors: each hears a question in its own dialect and speaks the same proved answer back. */
@NullMarked
package pullquote.channel;

import org.jspecify.annotations.NullMarked;
