/** The door for people: pages to read the articles on. */
@NullMarked
package pullquote.channel.web;

import org.jspecify.annotations.NullMarked;
