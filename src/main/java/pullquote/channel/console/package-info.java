/** The command line: one answer printed for a person, and whole question files scored. */
@NullMarked
package pullquote.channel.console;

import org.jspecify.annotations.NullMarked;
