/** Pages for people: the list of articles, the reading page, and the chat widget. */
@NullMarked
package pullquote.channel.web;

import org.jspecify.annotations.NullMarked;
