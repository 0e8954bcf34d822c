/** Makes follow-up questions self-contained: pronouns, ellipsis, and terms from the conversation. */
@NullMarked
package pullquote.query.rewrite;

import org.jspecify.annotations.NullMarked;
