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
    private static final String OPENING_BRACKETS = "[【［";
    private static final String CLOSING_BRACKETS = "]】］";
    private static final Pattern ID_SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What else stands in brackets as if it were a mark: the numbers that models are used to. */
    private static final Pattern NUMERIC_CITATION = Pattern.compile("[\\s\\p{Nd},;–—-]*");
    /** No mark is longer, however many passages it names; what is, is a bracket in the text. */
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

    CitationStreamParser(SentenceIds marks, Consumer<DraftSentence> drafts) {
        this.sentenceIds = marks;
        this.sentenceAssembler = new SentenceAssembler(drafts);
    }

    void read(String words) {
        length += words.length();
        String answer = reasoningFilter.filter(words);
        onlyWhitespace &= answer.isBlank();
        answer.chars().forEach(c -> read((char) c));
    }

    /** How many characters have been read. */
    int length() {
        return length;
    }

    boolean isBlank() {
        return onlyWhitespace;
    }

    /** The draft is whole. */
    void finish() {
        sentenceAssembler.finish();
    }

    /** The draft ends before its end: what is not a whole sentence is none. */
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
