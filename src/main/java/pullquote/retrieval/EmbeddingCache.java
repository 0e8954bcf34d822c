package pullquote.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.text.Stemmer;

/**
 * Embeds texts as vectors of length 1, whose dot product is the cosine of the angle between them. Vectors of the
 * library are cached in memory and on disk, so a second start embeds no text again.
 */
public final class EmbeddingCache {
    private static final Logger log = LoggerFactory.getLogger(EmbeddingCache.class);
    /** Texts per call of the model; progress is reported after each batch. */
    private static final int BATCH_SIZE = 64;
    /** Texts outside the library; the least recently used one is dropped when there are more. */
    private static final int MAX_CACHED_QUESTIONS = 256;
    /** Dimensions of word-count vectors; occasional collisions of two words change the cosine little. */
    private static final int HASH_DIMENSIONS = 1024;

    private final EmbeddingModel model;
    private final Map<String, float[]> articleVectors = new HashMap<>();
    private final Map<String, float[]> recentVectors =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > MAX_CACHED_QUESTIONS;
                }
            });

    private EmbeddingCache(EmbeddingModel model) {
        this.model = model;
    }

    /**
     * Embeds all paragraphs and sentences of articles whose language the model supports, unless the file contains their
     * vectors. Then updates the file to contain only the vectors of this library.
     */
    public static EmbeddingCache build(
            Library library, EmbeddingModel model, VectorCache file, ProgressListener progress) {
        var embeddings = new EmbeddingCache(model);
        Set<String> wanted = embeddings.supportedTexts(library);
        VectorCache.CachedVectors cached = file.read(wanted);
        embeddings.articleVectors.putAll(cached.vectors());
        int cachedCount = embeddings.articleVectors.size();
        wanted.removeAll(embeddings.articleVectors.keySet());
        embeddings.embed(List.copyOf(wanted), progress);
        if (!wanted.isEmpty() || cached.hasUnused()) {
            file.write(embeddings.articleVectors);
        }
        log.info("Embedded texts: {} new, {} cached", wanted.size(), cachedCount);
        return embeddings;
    }

    /** Returns the texts of articles whose language the model supports. */
    private Set<String> supportedTexts(Library library) {
        var texts = new LinkedHashSet<String>();
        for (Article article : library.articles()) {
            if (!supports(article.frontMatter().language())) {
                continue;
            }
            for (Paragraph paragraph : article.paragraphs()) {
                texts.add(paragraph.text());
                article.sentences(paragraph).forEach(span -> texts.add(span.substringOf(paragraph.text())));
            }
        }
        return texts;
    }

    private void embed(List<String> texts, ProgressListener progress) {
        for (int from = 0; from < texts.size(); from += BATCH_SIZE) {
            List<String> batch = texts.subList(from, Math.min(from + BATCH_SIZE, texts.size()));
            List<Embedding> vectors = model.embedAll(
                            batch.stream().map(TextSegment::from).toList())
                    .content();
            for (int i = 0; i < batch.size(); i++) {
                articleVectors.put(batch.get(i), normalize(vectors.get(i).vector()));
            }
            progress.onProgress("embedding", from + batch.size(), texts.size());
        }
    }

    /** Returns true if the cosine of two texts in this language reflects the similarity of their meaning. */
    public boolean supports(String language) {
        return !(model instanceof LanguageAware languageAware) || languageAware.supports(language);
    }

    /**
     * Returns the vector of a text in any language. For languages that the model does not support, it counts word
     * stems: the cosine then increases with the number of shared words.
     *
     * @param language an ISO 639 code, for example {@code en}
     */
    public float[] embed(String text, String language) {
        return supports(language) ? embed(text) : embedBagOfWords(text, language);
    }

    private static float[] embedBagOfWords(String text, String language) {
        var vector = new float[HASH_DIMENSIONS];
        Stemmer.stems(text, language).forEach(stem -> vector[Math.floorMod(stem.hashCode(), HASH_DIMENSIONS)]++);
        return normalize(vector);
    }

    /** Returns the vector of a text. It is cached if the text is in the library or was recently embedded. */
    public float[] embed(String text) {
        float[] vector = articleVectors.get(text);
        if (vector == null) {
            vector = recentVectors.get(text);
        }
        if (vector == null) {
            vector = normalize(model.embed(text).content().vector());
            recentVectors.put(text, vector);
        }
        return vector;
    }

    /** Returns the cosine of the angle between two vectors of length 1: -1 to 1, higher for more similar texts. */
    public static double cosine(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float[] normalize(float[] vector) {
        double length = Math.sqrt(cosine(vector, vector));
        if (length == 0) {
            return vector;
        }
        var unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
