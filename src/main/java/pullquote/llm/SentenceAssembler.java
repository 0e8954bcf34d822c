package pullquote.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;

/**
 * Gathers sentences from text and marks that come in one after the other. A sentence is over when the first character
 * of the next one comes: until then, marks still belong to it, whether they stand before its full stop or behind.
 */
final class SentenceAssembler {
    private static final String CLOSING_MARKS = ".,;:!?…)”»’";
    private static final Pattern NOT_ANSWERED_PATTERN = Pattern.compile(
            "(?:I['’]m sorry|I am sorry|Sorry\\b|I can(?:no|['’])t|I am unable|I['’]m unable|As an AI|Извините|Простите"
                    + "|К сожалению, я|Я не могу|Кешіріңіз|Өкінішке қарай, мен).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private final Consumer<DraftSentence> drafts;
    private final StringBuilder text = new StringBuilder();
    private final List<Evidence> evidence = new ArrayList<>();
    /** Signs of emphasis that stand between two words, and belong to the one or the other. */
    private final StringBuilder emphasis = new StringBuilder();

    private final QuoteTracker quotes = new QuoteTracker();
    private boolean afterSpace;
    private boolean hasCitation;
    private boolean newLine;
    private boolean declined;

    SentenceAssembler(Consumer<DraftSentence> drafts) {
        this.drafts = drafts;
    }

    void cite(List<Evidence> found) {
        hasCitation = true;
        for (Evidence one : found) {
            if (!evidence.contains(one)) {
                evidence.add(one);
            }
        }
    }

    void read(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            afterSpace = true;
            newLine |= c == '\n';
            if (!emphasis.isEmpty() && emphasis.charAt(emphasis.length() - 1) != ' ') {
                emphasis.append(' ');
            }
        } else if ((c == '*' || c == '_') && (afterSpace || hasCitation)) {
            emphasis.append(c);
        } else {
            if (isNextSentence(c)) {
                emit();
            }
            append(c);
        }
    }

    /** No more will come. */
    void finish() {
        emit();
    }

    /** No more will come, though more was to come. */
    void truncate() {
        if ((afterSpace || hasCitation)
                && quotes.isClosed()
                && StreamingSentenceDetector.isSentenceEnd('A', text, hasCitation)) {
            emit();
        }
    }

    private boolean isNextSentence(char c) {
        if (text.isEmpty() || !(afterSpace || hasCitation) || CLOSING_MARKS.indexOf(c) >= 0) {
            return false;
        }
        // Lines of prose may be broken anywhere; lines of a list begin with a sign or a capital.
        boolean goesOn = Character.isLowerCase(c) && !StreamingSentenceDetector.endsWithTerminator(text);
        return newLine && !goesOn || quotes.isClosed() && StreamingSentenceDetector.isSentenceEnd(c, text, hasCitation);
    }

    private void append(char c) {
        boolean joins = hasCitation && CLOSING_MARKS.indexOf(c) >= 0;
        if (!text.isEmpty() && !joins && (afterSpace || hasCitation && Character.isLetterOrDigit(c))) {
            text.append(' ');
        }
        text.append(emphasis).append(c);
        quotes.read(c);
        emphasis.setLength(0);
        afterSpace = false;
        hasCitation = false;
        newLine = false;
    }

    private void emit() {
        String sentence = MarkdownStripper.strip(text.toString());
        boolean declined =
                evidence.isEmpty() && NOT_ANSWERED_PATTERN.matcher(sentence).matches();
        this.declined |= declined || sentence.contains(PromptBuilder.NOT_ANSWERED);
        if (!this.declined && sentence.chars().anyMatch(Character::isLetterOrDigit)) {
            drafts.accept(new DraftSentence(sentence, evidence));
        }
        text.setLength(0);
        evidence.clear();
        quotes.reset();
    }
}
