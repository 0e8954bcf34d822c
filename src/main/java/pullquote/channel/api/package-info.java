/** The door for programs: questions and answers as JSON, or as a stream of events. */
@NullMarked
package pullquote.channel.api;

import org.jspecify.annotations.NullMarked;
