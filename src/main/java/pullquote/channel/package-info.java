/** What the HTTP channels share: JSON, problem details, CORS, links, request ids. */
@NullMarked
package pullquote.channel;

import org.jspecify.annotations.NullMarked;
