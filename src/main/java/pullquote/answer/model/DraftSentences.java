package pullquote.answer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;

/**
 * Gathers sentences from text and marks that come in one after the other. A sentence is over when the first character
 * of the next one comes: until then, marks still belong to it, whether they stand before its full stop or behind.
 */
final class DraftSentences {
    private static final String CLOSING_MARKS = ".,;:!?…)”»’";
    private static final Pattern DECLINED = Pattern.compile(
            "(?:I['’]m sorry|I am sorry|Sorry\\b|I can(?:no|['’])t|I am unable|I['’]m unable|As an AI|Извините|Простите"
                    + "|К сожалению, я|Я не могу|Кешіріңіз|Өкінішке қарай, мен).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private final Consumer<Draft> drafts;
    private final StringBuilder text = new StringBuilder();
    private final List<Evidence> evidence = new ArrayList<>();
    /** Signs of emphasis that stand between two words, and belong to the one or the other. */
    private final StringBuilder emphasis = new StringBuilder();

    private final Quotes quotes = new Quotes();
    private boolean spaced;
    private boolean marked;
    private boolean newLine;
    private boolean silent;

    DraftSentences(Consumer<Draft> drafts) {
        this.drafts = drafts;
    }

    void mark(List<Evidence> found) {
        marked = true;
        for (Evidence one : found) {
            if (!evidence.contains(one)) {
                evidence.add(one);
            }
        }
    }

    void read(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            spaced = true;
            newLine |= c == '\n';
            if (!emphasis.isEmpty() && emphasis.charAt(emphasis.length() - 1) != ' ') {
                emphasis.append(' ');
            }
        } else if ((c == '*' || c == '_') && (spaced || marked)) {
            emphasis.append(c);
        } else {
            if (isNextSentence(c)) {
                finish();
            }
            append(c);
        }
    }

    /** No more will come. */
    void end() {
        finish();
    }

    /** No more will come, though more was to come. */
    void breakOff() {
        if ((spaced || marked) && quotes.areClosed() && SentenceEnd.isBefore('A', text, marked)) {
            finish();
        }
    }

    private boolean isNextSentence(char c) {
        if (text.isEmpty() || !(spaced || marked) || CLOSING_MARKS.indexOf(c) >= 0) {
            return false;
        }
        // Lines of prose may be broken anywhere; lines of a list begin with a sign or a capital.
        boolean goesOn = Character.isLowerCase(c) && !SentenceEnd.hasStop(text);
        return newLine && !goesOn || quotes.areClosed() && SentenceEnd.isBefore(c, text, marked);
    }

    private void append(char c) {
        boolean joins = marked && CLOSING_MARKS.indexOf(c) >= 0;
        if (!text.isEmpty() && !joins && (spaced || marked && Character.isLetterOrDigit(c))) {
            text.append(' ');
        }
        text.append(emphasis).append(c);
        quotes.read(c);
        emphasis.setLength(0);
        spaced = false;
        marked = false;
        newLine = false;
    }

    private void finish() {
        String sentence = Markdown.plain(text.toString());
        boolean declined = evidence.isEmpty() && DECLINED.matcher(sentence).matches();
        silent |= declined || sentence.contains(Prompts.NOT_ANSWERED);
        if (!silent && sentence.chars().anyMatch(Character::isLetterOrDigit)) {
            drafts.accept(new Draft(sentence, evidence));
        }
        text.setLength(0);
        evidence.clear();
        quotes.forget();
    }
}
