/** The HTTP API: questions, answers, articles, feedback and health as JSON and server-sent events. */
@NullMarked
package pullquote.channel.http;

import org.jspecify.annotations.NullMarked;
