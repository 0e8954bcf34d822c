package pullquote.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/** Packs text pieces in order into as few messages as possible. Only a piece longer than a message is split. */
final class MessageSplitter {
    /**
     * Maximum message length that Telegram accepts. Telegram counts characters; this class counts UTF-16 code units, of
     * which there are at least as many.
     */
    static final int MAX_MESSAGE_LENGTH = 4_096;

    private final List<FormattedText> parts = new ArrayList<>();

    /**
     * Adds a piece.
     *
     * @param separator inserted before the piece unless it starts a message
     */
    void add(String separator, FormattedText piece) {
        for (FormattedText chunk : piece.split(MAX_MESSAGE_LENGTH)) {
            FormattedText last = parts.isEmpty() ? FormattedText.EMPTY : parts.get(parts.size() - 1);
            if (last.isEmpty() && !parts.isEmpty()) {
                parts.set(parts.size() - 1, chunk);
            } else if (parts.isEmpty() || last.length() + separator.length() + chunk.length() > MAX_MESSAGE_LENGTH) {
                parts.add(chunk);
            } else {
                parts.set(parts.size() - 1, last.append(separator).append(chunk));
            }
        }
    }

    /**
     * Adds pieces to the current message if they all fit, or else to a new one. Longer ones continue in further
     * messages.
     */
    void addGroup(String separator, List<FormattedText> pieces) {
        int length = pieces.stream()
                .mapToInt(piece -> separator.length() + piece.length())
                .sum();
        if (!parts.isEmpty() && parts.get(parts.size() - 1).length() + length > MAX_MESSAGE_LENGTH) {
            parts.add(FormattedText.EMPTY);
        }
        pieces.forEach(piece -> add(separator, piece));
    }

    List<FormattedText> messages() {
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
