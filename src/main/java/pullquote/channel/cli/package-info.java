/** Prints answers and progress to a terminal. */
@NullMarked
package pullquote.channel.cli;

import org.jspecify.annotations.NullMarked;
