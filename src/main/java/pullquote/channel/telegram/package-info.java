/**
 * The door for Telegram: takes updates in, and writes back answers with their proof in reach of a thumb.
 *
 * <p>An update comes through {@link pullquote.channel.telegram.Webhook} or
 * {@link pullquote.channel.telegram.Polling} to the {@link pullquote.channel.telegram.Reception}, which keeps it and lets
 * it stand in the {@link pullquote.channel.telegram.Lines line} of its chat. When its turn comes,
 * {@link pullquote.channel.telegram.Errand} tells what is wanted, the {@link pullquote.channel.telegram.Desk} does it,
 * and {@link pullquote.channel.telegram.Sender} delivers.
 */
@NullMarked
package pullquote.channel.telegram;

import org.jspecify.annotations.NullMarked;
