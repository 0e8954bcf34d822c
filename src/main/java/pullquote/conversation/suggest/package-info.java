/** Suggested questions: generated from articles or curated by editors, and checked before they are shown. */
@NullMarked
package pullquote.conversation.suggest;

import org.jspecify.annotations.NullMarked;
