package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.MessageEntity;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds text and its formatting as separate entities, so nothing in the text can be interpreted as markup.
 *
 * @param entities with offsets and lengths in UTF-16 code units, as in Java
 */
record FormattedText(String text, List<MessageEntity> entities) {
    static final FormattedText EMPTY = plain("");

    private static final Pattern WORD = Pattern.compile("\\S+\\s+");
    /** Matches a grapheme cluster. Before Java 20, {@link BreakIterator} splits emoji sequences. */
    private static final Pattern GRAPHEME_CLUSTER = Pattern.compile("\\X");

    FormattedText {
        entities = List.copyOf(entities);
    }

    static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    static FormattedText styled(String text, MessageEntity.Type type) {
        return text.isEmpty() ? EMPTY : new FormattedText(text, List.of(new MessageEntity(type, 0, text.length())));
    }

    static FormattedText link(String text, String url) {
        return new FormattedText(
                text, List.of(new MessageEntity(MessageEntity.Type.text_link, 0, text.length()).url(url)));
    }

    /** Returns a copy with an additional entity on {@code [from, to)}. */
    FormattedText withEntity(MessageEntity.Type type, int from, int to) {
        var extended = new ArrayList<>(entities);
        extended.add(new MessageEntity(type, from, to - from));
        return new FormattedText(text, extended);
    }

    FormattedText append(FormattedText other) {
        return new FormattedText(
                text + other.text,
                Stream.concat(
                                entities.stream(),
                                other.entities.stream().map(entity -> shifted(entity, text.length(), entity.length())))
                        .toList());
    }

    FormattedText append(String suffix) {
        return append(plain(suffix));
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns the text in {@code [from, to)} with its entities, clipped to that range. */
    FormattedText slice(int from, int to) {
        var clipped = new ArrayList<MessageEntity>();
        for (MessageEntity entity : entities) {
            int start = Math.max(entity.offset(), from);
            int end = Math.min(entity.offset() + entity.length(), to);
            if (start < end) {
                clipped.add(shifted(entity, start - from - entity.offset(), end - start));
            }
        }
        return new FormattedText(text.substring(from, to), clipped);
    }

    /**
     * Splits the text at sentence boundaries, or else between words, or else between grapheme clusters.
     *
     * @param maxLength maximum length of a piece, in UTF-16 code units
     */
    List<FormattedText> split(int maxLength) {
        var pieces = new ArrayList<FormattedText>();
        int start = 0;
        while (text.length() - start > maxLength) {
            int end = findSplitPoint(start, maxLength);
            pieces.add(slice(start, end).stripTrailing());
            start = end;
        }
        pieces.add(slice(start, text.length()));
        return pieces;
    }

    private int findSplitPoint(int start, int maxLength) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int end = sentences.preceding(start + maxLength + 1);
        return end > start
                ? end
                : endOfLastUnit(WORD, start, maxLength)
                        .or(() -> endOfLastUnit(GRAPHEME_CLUSTER, start, maxLength))
                        .orElseGet(() -> {
                            // A single grapheme cluster exceeds the limit: split it, but not inside a surrogate pair.
                            int cut = start + maxLength;
                            return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
                        });
    }

    /** Returns the end of the last complete unit in a run of units that begins at {@code start}. */
    private Optional<Integer> endOfLastUnit(Pattern unit, int start, int maxLength) {
        Matcher units = unit.matcher(text).region(start, Math.min(text.length(), start + maxLength + 1));
        int end = start;
        while (units.lookingAt() && units.end() <= start + maxLength && units.end() < units.regionEnd()) {
            end = units.end();
            units.region(end, units.regionEnd());
        }
        return end == start ? Optional.empty() : Optional.of(end);
    }

    /** Removes trailing whitespace. Telegram trims it too, so entities must not cover it. */
    private FormattedText stripTrailing() {
        return slice(0, text.stripTrailing().length());
    }

    private static MessageEntity shifted(MessageEntity entity, int shift, int length) {
        return new MessageEntity(entity.type(), entity.offset() + shift, length).url(entity.url());
    }
}
