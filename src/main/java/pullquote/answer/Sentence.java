package pullquote.answer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The accountable unit of an answer.
 *
 * @param text its words, without marks
 * @param citations numbers of the citations that prove it, at least one
 * @param isTranslation whether it says in another language what these say: then only they are the article's words
 */
public record Sentence(String text, List<Integer> citationNumbers, boolean isTranslated) {
    public Sentence {
        citationNumbers = List.copyOf(citationNumbers);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a sentence has words");
        }
        if (citationNumbers.isEmpty()) {
            throw new IllegalArgumentException("nothing proves the sentence: " + text);
        }
    }

    /** One in the language of its citations. */
    public Sentence(String text, List<Integer> citations) {
        this(text, citations, false);
    }

    /** The sentence as people read it: {@code It was so. [1][2]} */
    public String withCitationMarks() {
        return text + citationNumbers.stream().map(n -> "[" + n + "]").collect(Collectors.joining("", " ", ""));
    }
}
