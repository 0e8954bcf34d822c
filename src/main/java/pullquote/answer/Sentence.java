package pullquote.answer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Represents a sentence of an answer.
 *
 * @param text the text without citation marks
 * @param citationNumbers the numbers of the citations that support it, at least one
 * @param support how the sentence was verified
 * @param isReplacement true if it is a source sentence in the place of a drafted one that could not be verified
 * @param isTranslated true if the sentence translates its citations, so that only they are the article's words
 */
public record Sentence(
        String text, List<Integer> citationNumbers, Support support, boolean isReplacement, boolean isTranslated) {
    public Sentence {
        citationNumbers = List.copyOf(citationNumbers);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a sentence must not be blank");
        }
        if (citationNumbers.isEmpty()) {
            throw new IllegalArgumentException("sentence without citations: " + text);
        }
    }

    /** Creates a sentence that is an article's own. */
    public Sentence(String text, List<Integer> citationNumbers) {
        this(text, citationNumbers, Support.VERBATIM, false, false);
    }

    /** Returns the text with citation marks: {@code It was so. [1][2]} */
    public String withCitationMarks() {
        return text + citationNumbers.stream().map(n -> "[" + n + "]").collect(Collectors.joining("", " ", ""));
    }
}
