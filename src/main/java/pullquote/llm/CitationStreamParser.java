package pullquote.llm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;

/**
 * Separates citation ids such as {@code [A7QX]} from the streamed text of a model, and passes both to {@link
 * SentenceAssembler}. Reads each character once. Discards a citation mark that the stream cuts off.
 */
final class CitationStreamParser {
    private static final String OPENING_BRACKETS = "[【［";
    private static final String CLOSING_BRACKETS = "]】］";
    private static final Pattern ID_SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Matches brackets that contain only numbers. Models often add them, but they cite nothing here. */
    private static final Pattern NUMERIC_CITATION = Pattern.compile("[\\s\\p{Nd},;–—-]*");
    /** Maximum length of a citation mark, in characters. A mark with 20 ids is shorter; longer brackets are text. */
    private static final int MAX_BRACKET_LENGTH = 200;

    private final SentenceIds sentenceIds;
    private final SentenceAssembler sentenceAssembler;
    private final ReasoningFilter reasoningFilter = new ReasoningFilter();
    private final StringBuilder bracket = new StringBuilder();
    private int bracketDepth;
    private int pendingClosingBrackets;
    private int backticks;
    private boolean inCodeBlock;
    private int length;
    private boolean onlyWhitespace = true;

    CitationStreamParser(SentenceIds ids, Consumer<DraftSentence> drafts) {
        this.sentenceIds = ids;
        this.sentenceAssembler = new SentenceAssembler(drafts);
    }

    /** Parses the next chunk of the stream. */
    void read(String chunk) {
        length += chunk.length();
        String answer = reasoningFilter.filter(chunk);
        onlyWhitespace &= answer.isBlank();
        answer.chars().forEach(c -> read((char) c));
    }

    /** Returns the number of characters read, including reasoning. */
    int length() {
        return length;
    }

    /** Returns true if the text read so far, without reasoning, is only whitespace. */
    boolean isBlank() {
        return onlyWhitespace;
    }

    /** Ends a complete draft and emits its last sentence. */
    void finish() {
        sentenceAssembler.finish();
    }

    /** Ends a draft that was cut off, and discards an incomplete last sentence. */
    void finishTruncated() {
        sentenceAssembler.finishTruncated();
    }

    private void read(char c) {
        if (c == '`') {
            backticks++;
            return;
        }
        if (backticks >= 3) {
            inCodeBlock = !inCodeBlock;
        }
        backticks = 0;
        if (inCodeBlock) {
            return;
        }
        if (bracketDepth > 0) {
            readInBracket(c);
        } else if (pendingClosingBrackets > 0 && CLOSING_BRACKETS.indexOf(c) >= 0) {
            pendingClosingBrackets--;
        } else if (OPENING_BRACKETS.indexOf(c) >= 0) {
            bracketDepth = 1;
        } else {
            pendingClosingBrackets = 0;
            sentenceAssembler.read(c);
        }
    }

    private void readInBracket(char c) {
        if (CLOSING_BRACKETS.indexOf(c) >= 0) {
            closeBracket(c);
        } else if (OPENING_BRACKETS.indexOf(c) >= 0 && bracket.isEmpty()) {
            bracketDepth++;
        } else if (OPENING_BRACKETS.indexOf(c) >= 0) {
            flushBracketAsText();
            bracketDepth = 1;
        } else if (c == '\n' || bracket.length() == MAX_BRACKET_LENGTH) {
            flushBracketAsText();
            sentenceAssembler.read(c);
        } else {
            bracket.append(c);
        }
    }

    private void closeBracket(char c) {
        List<String> ids =
                ID_SEPARATORS.splitAsStream(bracket).filter(id -> !id.isEmpty()).toList();
        List<Evidence> evidence = ids.stream()
                .map(sentenceIds::evidence)
                .flatMap(Optional::stream)
                .toList();
        boolean isMark = !evidence.isEmpty()
                || NUMERIC_CITATION.matcher(bracket).matches()
                || ids.stream().allMatch(SentenceIds::isIdShaped);
        if (isMark) {
            sentenceAssembler.cite(evidence);
            pendingClosingBrackets = bracketDepth - 1;
            bracketDepth = 0;
            bracket.setLength(0);
        } else {
            flushBracketAsText();
            sentenceAssembler.read(c);
        }
    }

    private void flushBracketAsText() {
        for (int i = 0; i < bracketDepth; i++) {
            sentenceAssembler.read('[');
        }
        bracket.chars().forEach(c -> sentenceAssembler.read((char) c));
        bracketDepth = 0;
        bracket.setLength(0);
    }
}
