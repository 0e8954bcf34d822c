package pullquote.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/** Lays pieces into as few messages as they fit in, in their order, and cuts none that fits in a message by itself. */
final class MessageSplitter {
    /** What Telegram takes: characters, counted here as UTF-16 code units, which are never fewer. */
    static final int MAX_LENGTH = 4_096;

    private final List<FormattedText> parts = new ArrayList<>();

    /**
     * Adds a piece.
     *
     * @param between what stands before it, unless a message begins with it
     */
    void add(String between, FormattedText piece) {
        for (FormattedText cut : piece.split(MAX_LENGTH)) {
            FormattedText last = parts.isEmpty() ? FormattedText.EMPTY : parts.get(parts.size() - 1);
            if (last.isEmpty() && !parts.isEmpty()) {
                parts.set(parts.size() - 1, cut);
            } else if (parts.isEmpty() || last.length() + between.length() + cut.length() > MAX_LENGTH) {
                parts.add(cut);
            } else {
                parts.set(parts.size() - 1, last.append(between).append(cut));
            }
        }
    }

    /** Adds pieces that are to stand in one message, the last one or a new one, if they fit in one at all. */
    void addTogether(String between, List<FormattedText> pieces) {
        int length = pieces.stream()
                .mapToInt(piece -> between.length() + piece.length())
                .sum();
        if (!parts.isEmpty() && parts.get(parts.size() - 1).length() + length > MAX_LENGTH) {
            parts.add(FormattedText.EMPTY);
        }
        pieces.forEach(piece -> add(between, piece));
    }

    List<FormattedText> messages() {
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
