package pullquote.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.retrieval.EmbeddingCache;
import pullquote.text.Span;
import pullquote.text.Word;

/**
 * A sentence of an article with all that is needed to weigh it, worked out once.
 *
 * @param index its place in the paragraph, from 0
 */
record SourceSentence(Evidence evidence, int index, String text, List<Word> words, Set<String> stems, float[] vector) {

    static List<SourceSentence> of(Article article, Paragraph paragraph, EmbeddingCache embeddings) {
        String language = article.frontMatter().language();
        var lines = new ArrayList<SourceSentence>();
        for (Span span : article.sentences(paragraph)) {
            var place = new Evidence(article, paragraph, span);
            String text = place.quote();
            List<Word> words = Word.tokenize(text, language);
            lines.add(new SourceSentence(
                    place, lines.size(), text, words, Word.stems(words), embeddings.embed(text, language)));
        }
        return lines;
    }

    String language() {
        return evidence.article().frontMatter().language();
    }

    /** The sentence as an answer gives it: its own words, resting on itself. */
    DraftSentence toDraft() {
        return new DraftSentence(text, List.of(evidence));
    }

    /** The same, with the words marked that answer. */
    DraftSentence toDraft(Span answer) {
        return toDraft().withAnswerSpan(new Evidence(evidence.article(), evidence.paragraph(), answer));
    }
}
