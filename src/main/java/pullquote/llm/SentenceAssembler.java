package pullquote.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;

/**
 * Assembles sentences from streamed text and citation marks. A sentence ends when the next one starts, because citation
 * marks can come before or after its full stop.
 */
final class SentenceAssembler {
    private static final String CLOSING_MARKS = ".,;:!?…)”»’";
    /** Matches refusals. A refusal without citations, and everything after it, is discarded. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:I['’]m sorry|I am sorry|Sorry\\b|I can(?:no|['’])t|I am unable|I['’]m unable|As an AI|Извините|Простите"
                    + "|К сожалению, я|Я не могу|Кешіріңіз|Өкінішке қарай, мен).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private final Consumer<DraftSentence> drafts;
    private final StringBuilder text = new StringBuilder();
    private final List<Evidence> evidence = new ArrayList<>();
    /** Buffers emphasis marks between two words until it is clear which word they belong to. */
    private final StringBuilder pendingEmphasis = new StringBuilder();

    private final QuoteTracker quoteTracker = new QuoteTracker();
    private boolean afterSpace;
    private boolean afterCitation;
    private boolean afterNewline;
    private boolean suppressed;

    SentenceAssembler(Consumer<DraftSentence> drafts) {
        this.drafts = drafts;
    }

    /** Adds evidence to the current sentence. */
    void cite(List<Evidence> cited) {
        afterCitation = true;
        for (Evidence source : cited) {
            if (!evidence.contains(source)) {
                evidence.add(source);
            }
        }
    }

    /** Adds a character. Emits the current sentence if the character starts the next one. */
    void read(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            afterSpace = true;
            afterNewline |= c == '\n';
            if (!pendingEmphasis.isEmpty() && pendingEmphasis.charAt(pendingEmphasis.length() - 1) != ' ') {
                pendingEmphasis.append(' ');
            }
        } else if ((c == '*' || c == '_') && (afterSpace || afterCitation)) {
            pendingEmphasis.append(c);
        } else {
            if (isSentenceStart(c)) {
                emit();
            }
            append(c);
        }
    }

    /** Ends a complete draft and emits its last sentence. */
    void finish() {
        emit();
    }

    /** Ends a draft that was cut off. Emits the last sentence only if it is complete. */
    void finishTruncated() {
        if ((afterSpace || afterCitation)
                && quoteTracker.isOutsideQuotes()
                && StreamingSentenceDetector.isSentenceEnd('A', text, afterCitation)) {
            emit();
        }
    }

    private boolean isSentenceStart(char c) {
        if (text.isEmpty() || !(afterSpace || afterCitation) || CLOSING_MARKS.indexOf(c) >= 0) {
            return false;
        }
        // A line break can be anywhere in prose. List items start with a marker or a capital letter.
        boolean continuesSentence = Character.isLowerCase(c) && !StreamingSentenceDetector.endsWithTerminator(text);
        return afterNewline && !continuesSentence
                || quoteTracker.isOutsideQuotes() && StreamingSentenceDetector.isSentenceEnd(c, text, afterCitation);
    }

    private void append(char c) {
        boolean attaches = afterCitation && CLOSING_MARKS.indexOf(c) >= 0;
        if (!text.isEmpty() && !attaches && (afterSpace || afterCitation && Character.isLetterOrDigit(c))) {
            text.append(' ');
        }
        text.append(pendingEmphasis).append(c);
        quoteTracker.read(c);
        pendingEmphasis.setLength(0);
        afterSpace = false;
        afterCitation = false;
        afterNewline = false;
    }

    private void emit() {
        String sentence = MarkdownStripper.strip(text.toString());
        boolean isRefusal = evidence.isEmpty() && REFUSAL.matcher(sentence).matches();
        this.suppressed |= isRefusal || sentence.contains(PromptBuilder.NOT_ANSWERED);
        if (!this.suppressed && sentence.chars().anyMatch(Character::isLetterOrDigit)) {
            drafts.accept(new DraftSentence(sentence, evidence));
        }
        text.setLength(0);
        evidence.clear();
        quoteTracker.reset();
    }
}
