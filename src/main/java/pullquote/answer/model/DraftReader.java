package pullquote.answer.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;

/**
 * Reads what a model writes, piece by piece as it arrives and each character once: parts marks such as {@code [A7QX]}
 * from the text, and leaves the text to {@link DraftSentences}. A mark that is not finished is never shown.
 */
final class DraftReader {
    private static final String OPENING = "[【［";
    private static final String CLOSING = "]】］";
    private static final Pattern BETWEEN_IDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What else stands in brackets as if it were a mark: the numbers that models are used to. */
    private static final Pattern NUMBERS = Pattern.compile("[\\s\\p{Nd},;–—-]*");
    /** No mark is longer, however many passages it names; what is, is a bracket in the text. */
    private static final int LONGEST = 200;

    private final Marks marks;
    private final DraftSentences sentences;
    private final ThinkingAloud thinking = new ThinkingAloud();
    private final StringBuilder bracket = new StringBuilder();
    private int depth;
    private int surplus;
    private int ticks;
    private boolean code;
    private int length;
    private boolean blank = true;

    DraftReader(Marks marks, Consumer<Draft> drafts) {
        this.marks = marks;
        this.sentences = new DraftSentences(drafts);
    }

    void read(String words) {
        length += words.length();
        String answer = thinking.leftOf(words);
        blank &= answer.isBlank();
        answer.chars().forEach(c -> read((char) c));
    }

    /** How many characters have been read. */
    int length() {
        return length;
    }

    boolean isBlank() {
        return blank;
    }

    /** The draft is whole. */
    void end() {
        sentences.end();
    }

    /** The draft ends before its end: what is not a whole sentence is none. */
    void breakOff() {
        sentences.breakOff();
    }

    private void read(char c) {
        if (c == '`') {
            ticks++;
            return;
        }
        if (ticks >= 3) {
            code = !code;
        }
        ticks = 0;
        if (code) {
            return;
        }
        if (depth > 0) {
            readInBracket(c);
        } else if (surplus > 0 && CLOSING.indexOf(c) >= 0) {
            surplus--;
        } else if (OPENING.indexOf(c) >= 0) {
            depth = 1;
        } else {
            surplus = 0;
            sentences.read(c);
        }
    }

    private void readInBracket(char c) {
        if (CLOSING.indexOf(c) >= 0) {
            close(c);
        } else if (OPENING.indexOf(c) >= 0 && bracket.isEmpty()) {
            depth++;
        } else if (OPENING.indexOf(c) >= 0) {
            readAsText();
            depth = 1;
        } else if (c == '\n' || bracket.length() == LONGEST) {
            readAsText();
            sentences.read(c);
        } else {
            bracket.append(c);
        }
    }

    private void close(char c) {
        List<String> ids =
                BETWEEN_IDS.splitAsStream(bracket).filter(id -> !id.isEmpty()).toList();
        List<Evidence> evidence =
                ids.stream().map(marks::evidence).flatMap(Optional::stream).toList();
        boolean isMark = !evidence.isEmpty()
                || NUMBERS.matcher(bracket).matches()
                || ids.stream().allMatch(Marks::looksLikeOne);
        if (isMark) {
            sentences.mark(evidence);
            surplus = depth - 1;
            depth = 0;
            bracket.setLength(0);
        } else {
            readAsText();
            sentences.read(c);
        }
    }

    private void readAsText() {
        for (int i = 0; i < depth; i++) {
            sentences.read('[');
        }
        bracket.chars().forEach(c -> sentences.read((char) c));
        depth = 0;
        bracket.setLength(0);
    }
}
