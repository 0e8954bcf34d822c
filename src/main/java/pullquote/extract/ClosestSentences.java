package pullquote.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pullquote.answer.Evidence;
import pullquote.query.Question;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.Passage;
import pullquote.text.Word;

/** Finds the sentences that come closest to a question, one for each passage. */
final class ClosestSentences {
    private static final int MAX_CLOSEST = 2;
    /** Cosine, or share of words, below which a sentence is about something else. Chosen on the questions in src/test/resources. */
    private static final double MIN_SIMILARITY = 0.3;

    private final EmbeddingModels models;

    ClosestSentences(EmbeddingModels models) {
        this.models = models;
    }

    private record ScoredEvidence(Evidence evidence, double similarity) {}

    /** Returns at most {@value #MAX_CLOSEST} sentences, the closest first. */
    List<Evidence> find(Question question, List<Passage> passages) {
        EmbeddingCache embeddings = models.forQuery(question.query());
        return passages.stream()
                .flatMap(passage ->
                        comparableText(question, passage.article().frontMatter().language(), embeddings)
                                .map(text -> closest(text, passage, embeddings))
                                .stream())
                .filter(scored -> scored.similarity >= MIN_SIMILARITY)
                .sorted(Comparator.comparingDouble(ScoredEvidence::similarity).reversed())
                .limit(MAX_CLOSEST)
                .map(ScoredEvidence::evidence)
                .toList();
    }

    /** Returns the share of a text's words that are among others. */
    static double wordOverlap(String text, String language, Set<String> others) {
        Set<String> words = Word.stems(Word.tokenize(text, language));
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(others::contains).count() / words.size();
    }

    /** Returns the question in the language of the sentences, or as asked if the embeddings can compare the two languages. */
    private static Optional<String> comparableText(Question question, String language, EmbeddingCache embeddings) {
        boolean comparable = embeddings.supports(language) && embeddings.supports(question.detectedLanguage());
        return question.textIn(language).or(() -> Optional.of(question.text()).filter(text -> comparable));
    }

    private static ScoredEvidence closest(String text, Passage passage, EmbeddingCache embeddings) {
        return passage.article().sentences(passage.paragraph()).stream()
                .map(span -> new Evidence(passage.article(), passage.paragraph(), span))
                .map(evidence -> new ScoredEvidence(evidence, similarity(text, evidence, embeddings)))
                .max(Comparator.comparingDouble(ScoredEvidence::similarity))
                .orElseThrow();
    }

    private static double similarity(String text, Evidence evidence, EmbeddingCache embeddings) {
        String language = evidence.article().frontMatter().language();
        return embeddings.supports(language)
                ? EmbeddingCache.cosine(embeddings.embed(text), embeddings.embed(evidence.quote()))
                : wordOverlap(text, language, Word.stems(Word.tokenize(evidence.quote(), language)));
    }
}
