/** Makes questions that lean on what was said before stand alone, without a model. */
@NullMarked
package pullquote.conversation.followup;

import org.jspecify.annotations.NullMarked;
