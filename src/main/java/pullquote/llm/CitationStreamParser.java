package pullquote.llm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;

/**
 * Separates citation ids such as {@code [A7QX]} from the text of a model while it is streamed, and passes the text to
 * {@link SentenceAssembler}. Reads each character once. An incomplete mark is never shown.
 */
final class CitationStreamParser {
    private static final String OPENING_BRACKETS = "[【［";
    private static final String CLOSING_BRACKETS = "]】］";
    private static final Pattern ID_SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Matches brackets with numbers only, which models write by habit. They cite nothing. */
    private static final Pattern NUMERIC_CITATION = Pattern.compile("[\\s\\p{Nd},;–—-]*");
    /** In characters. Longer brackets are text: a mark with 20 ids is shorter. */
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

    void read(String words) {
        length += words.length();
        String answer = reasoningFilter.filter(words);
        onlyWhitespace &= answer.isBlank();
        answer.chars().forEach(c -> read((char) c));
    }

    /** Returns the number of characters read. */
    int length() {
        return length;
    }

    boolean isBlank() {
        return onlyWhitespace;
    }

    /** Ends a complete draft. */
    void finish() {
        sentenceAssembler.finish();
    }

    /** Ends a draft that was cut off. An incomplete last sentence is discarded. */
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
