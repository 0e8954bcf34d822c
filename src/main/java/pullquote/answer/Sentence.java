package pullquote.answer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The accountable unit of an answer.
 *
 * @param text its words, without marks
 * @param citations numbers of the citations that prove it, at least one
 */
public record Sentence(String text, List<Integer> citations) {
    public Sentence {
        citations = List.copyOf(citations);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a sentence has words");
        }
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("nothing proves the sentence: " + text);
        }
    }

    /** The sentence as people read it: {@code It was so. [1][2]} */
    public String marked() {
        return text + citations.stream().map(n -> "[" + n + "]").collect(Collectors.joining("", " ", ""));
    }
}
