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
 * Holds a sentence of an article with everything needed to score it, computed once.
 *
 * @param index position in the paragraph, from 0
 * @param vector embedding of the text
 */
record SourceSentence(Evidence evidence, int index, String text, List<Word> words, Set<String> stems, float[] vector) {

    static List<SourceSentence> of(Article article, Paragraph paragraph, EmbeddingCache embeddings) {
        String language = article.frontMatter().language();
        var sentences = new ArrayList<SourceSentence>();
        for (Span span : article.sentences(paragraph)) {
            var evidence = new Evidence(article, paragraph, span);
            String text = evidence.quote();
            List<Word> words = Word.tokenize(text, language);
            sentences.add(new SourceSentence(
                    evidence, sentences.size(), text, words, Word.stems(words), embeddings.embed(text, language)));
        }
        return sentences;
    }

    String language() {
        return evidence.article().frontMatter().language();
    }

    /** Returns the sentence as a draft that cites itself. */
    DraftSentence toDraft() {
        return new DraftSentence(text, List.of(evidence));
    }

    /**
     * Returns the sentence as a draft with the answering words marked.
     *
     * @param answer offsets of these words in the paragraph
     */
    DraftSentence toDraft(Span answer) {
        return toDraft().withAnswerSpan(new Evidence(evidence.article(), evidence.paragraph(), answer));
    }
}
