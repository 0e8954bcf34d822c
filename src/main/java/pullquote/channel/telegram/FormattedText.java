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
 * Text, and how stretches of it look. Nothing in the text can be taken for markup, because how it looks stands beside it.
 *
 * @param entities with offsets and lengths in UTF-16 code units, as in Java
 */
record FormattedText(String text, List<MessageEntity> entities) {
    static final FormattedText EMPTY = plain("");

    private static final Pattern WORD = Pattern.compile("\\S+\\s+");
    /** The JDK's own iterator knows no emoji before 20. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    FormattedText {
        entities = List.copyOf(entities);
    }

    static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    static FormattedText styled(String text, MessageEntity.Type look) {
        return text.isEmpty() ? EMPTY : new FormattedText(text, List.of(new MessageEntity(look, 0, text.length())));
    }

    static FormattedText link(String text, String url) {
        return new FormattedText(
                text, List.of(new MessageEntity(MessageEntity.Type.text_link, 0, text.length()).url(url)));
    }

    /** The same, with a stretch of it looking somehow as well. */
    FormattedText withEntity(MessageEntity.Type look, int from, int to) {
        var all = new ArrayList<>(entities);
        all.add(new MessageEntity(look, from, to - from));
        return new FormattedText(text, all);
    }

    FormattedText append(FormattedText other) {
        return new FormattedText(
                text + other.text,
                Stream.concat(
                                entities.stream(),
                                other.entities.stream().map(entity -> moved(entity, text.length(), entity.length())))
                        .toList());
    }

    FormattedText append(String words) {
        return append(plain(words));
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** A stretch of it; what looks somehow there does so still. */
    FormattedText slice(int from, int to) {
        var clipped = new ArrayList<MessageEntity>();
        for (MessageEntity entity : entities) {
            int start = Math.max(entity.offset(), from);
            int end = Math.min(entity.offset() + entity.length(), to);
            if (start < end) {
                clipped.add(moved(entity, start - from - entity.offset(), end - start));
            }
        }
        return new FormattedText(text.substring(from, to), clipped);
    }

    /** In pieces of at most so many units: cut between sentences, else between words, else between what is seen as one character. */
    List<FormattedText> split(int most) {
        var pieces = new ArrayList<FormattedText>();
        int start = 0;
        while (text.length() - start > most) {
            int end = end(start, most);
            pieces.add(slice(start, end).withoutBlanksAtTheEnd());
            start = end;
        }
        pieces.add(slice(start, text.length()));
        return pieces;
    }

    private int end(int start, int most) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int end = sentences.preceding(start + most + 1);
        return end > start
                ? end
                : last(WORD, start, most).or(() -> last(CHARACTER, start, most)).orElseGet(() -> {
                    // One character with thousands of marks on it; but not half of a surrogate pair.
                    int inside = start + most;
                    return Character.isHighSurrogate(text.charAt(inside - 1)) ? inside - 1 : inside;
                });
    }

    /** Where the last of these ends that begins at the start, or behind others, and is whole. */
    private Optional<Integer> last(Pattern unit, int start, int most) {
        Matcher units = unit.matcher(text).region(start, Math.min(text.length(), start + most + 1));
        int end = start;
        while (units.lookingAt() && units.end() <= start + most && units.end() < units.regionEnd()) {
            end = units.end();
            units.region(end, units.regionEnd());
        }
        return end == start ? Optional.empty() : Optional.of(end);
    }

    /** Telegram leaves them off, and so the entities must not count them. */
    private FormattedText withoutBlanksAtTheEnd() {
        return slice(0, text.stripTrailing().length());
    }

    private static MessageEntity moved(MessageEntity entity, int by, int length) {
        return new MessageEntity(entity.type(), entity.offset() + by, length).url(entity.url());
    }
}
