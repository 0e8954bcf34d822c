package pullquote.llm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;

/**
 * Reads what a model writes, piece by piece as it arrives and each character once: parts marks such as {@code [A7QX]}
 * from the text, and leaves the text to {@link SentenceAssembler}. A mark that is not finished is never shown.
 */
final class CitationStreamParser {
    private static final String OPENING = "[【［";
    private static final String CLOSING = "]】］";
    private static final Pattern ID_SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What else stands in brackets as if it were a mark: the numbers that models are used to. */
    private static final Pattern NUMBERS = Pattern.compile("[\\s\\p{Nd},;–—-]*");
    /** No mark is longer, however many passages it names; what is, is a bracket in the text. */
    private static final int MAX_SENTENCE_LENGTH = 200;

    private final PassageIds passageIds;
    private final SentenceAssembler sentences;
    private final ReasoningFilter reasoning = new ReasoningFilter();
    private final StringBuilder bracket = new StringBuilder();
    private int depth;
    private int overflow;
    private int backticks;
    private boolean code;
    private int length;
    private boolean blank = true;

    CitationStreamParser(PassageIds marks, Consumer<DraftSentence> drafts) {
        this.passageIds = marks;
        this.sentences = new SentenceAssembler(drafts);
    }

    void read(String words) {
        length += words.length();
        String answer = reasoning.filter(words);
        blank &= answer.isBlank();
        answer.chars().forEach(c -> read((char) c));
    }

    /** How many characters have been read. */
    int length() {
        return length;
    }

    boolean isEmpty() {
        return blank;
    }

    /** The draft is whole. */
    void finish() {
        sentences.finish();
    }

    /** The draft ends before its end: what is not a whole sentence is none. */
    void truncate() {
        sentences.truncate();
    }

    private void read(char c) {
        if (c == '`') {
            backticks++;
            return;
        }
        if (backticks >= 3) {
            code = !code;
        }
        backticks = 0;
        if (code) {
            return;
        }
        if (depth > 0) {
            readInBracket(c);
        } else if (overflow > 0 && CLOSING.indexOf(c) >= 0) {
            overflow--;
        } else if (OPENING.indexOf(c) >= 0) {
            depth = 1;
        } else {
            overflow = 0;
            sentences.read(c);
        }
    }

    private void readInBracket(char c) {
        if (CLOSING.indexOf(c) >= 0) {
            closeBracket(c);
        } else if (OPENING.indexOf(c) >= 0 && bracket.isEmpty()) {
            depth++;
        } else if (OPENING.indexOf(c) >= 0) {
            readAsText();
            depth = 1;
        } else if (c == '\n' || bracket.length() == MAX_SENTENCE_LENGTH) {
            readAsText();
            sentences.read(c);
        } else {
            bracket.append(c);
        }
    }

    private void closeBracket(char c) {
        List<String> ids =
                ID_SEPARATORS.splitAsStream(bracket).filter(id -> !id.isEmpty()).toList();
        List<Evidence> evidence =
                ids.stream().map(passageIds::evidence).flatMap(Optional::stream).toList();
        boolean isMark = !evidence.isEmpty()
                || NUMBERS.matcher(bracket).matches()
                || ids.stream().allMatch(PassageIds::isIdShaped);
        if (isMark) {
            sentences.cite(evidence);
            overflow = depth - 1;
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
