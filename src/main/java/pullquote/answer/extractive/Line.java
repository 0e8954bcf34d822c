package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.article.Span;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Word;

/**
 * A sentence of an article with all that is needed to weigh it, worked out once.
 *
 * @param index its place in the paragraph, from 0
 */
record Line(Evidence place, int index, String text, List<Word> words, Set<String> stems, float[] vector) {

    static List<Line> of(Article article, Paragraph paragraph, Embeddings embeddings) {
        String language = article.about().language();
        var lines = new ArrayList<Line>();
        for (Span span : article.sentences(paragraph)) {
            var place = new Evidence(article, paragraph, span);
            String text = place.quote();
            List<Word> words = Word.of(text, language);
            lines.add(new Line(place, lines.size(), text, words, Word.stems(words), embeddings.of(text, language)));
        }
        return lines;
    }

    String language() {
        return place.article().about().language();
    }

    /** Whether another one is of the same paragraph. */
    boolean isBeside(Line other) {
        return place.article().equals(other.place.article())
                && place.paragraph().equals(other.place.paragraph());
    }

    /** The sentence as an answer gives it: its own words, resting on itself. */
    Draft draft() {
        return new Draft(text, List.of(place));
    }

    /** The same, with the words marked that answer. */
    Draft draft(Span answer) {
        return draft().marking(new Evidence(place.article(), place.paragraph(), answer));
    }
}
