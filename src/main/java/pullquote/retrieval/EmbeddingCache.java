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
 * Texts as vectors of length 1, so that the dot product of two is the cosine of the angle between them. The texts of
 * the library are embedded once and kept, also on disk: a second start embeds none of them.
 */
public final class EmbeddingCache {
    private static final Logger log = LoggerFactory.getLogger(EmbeddingCache.class);
    private static final int BATCH_SIZE = 64;
    private static final int MAX_CACHED_QUESTIONS = 256;
    /** So many places for words; two that share one by chance do little harm. */
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
     * Embeds every paragraph and sentence of the library, as far as the model knows its language, that the file does not hold yet, and makes the file hold just
     * these.
     */
    public static EmbeddingCache build(
            Library library, EmbeddingModel model, VectorCache file, ProgressListener progress) {
        var embeddings = new EmbeddingCache(model);
        Set<String> wanted = embeddings.supportedTexts(library);
        VectorCache.CachedVectors before = file.read(wanted);
        embeddings.articleVectors.putAll(before.vectors());
        int known = embeddings.articleVectors.size();
        wanted.removeAll(embeddings.articleVectors.keySet());
        embeddings.embed(List.copyOf(wanted), progress);
        if (!wanted.isEmpty() || before.hasUnused()) {
            file.write(embeddings.articleVectors);
        }
        log.info("{} texts embedded, {} known from before", wanted.size(), known);
        return embeddings;
    }

    /** Those whose language the model knows. */
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

    /** Whether cosines between texts in this language tell anything about their meaning. */
    public boolean supports(String language) {
        return !(model instanceof LanguageAware linguist) || linguist.supports(language);
    }

    /**
     * The same of a text in any language. Where the model does not know it, its words stand for its meaning: the cosine is
     * then higher the more of them two texts share.
     */
    public float[] embed(String text, String language) {
        return supports(language) ? embed(text) : embedBagOfWords(text, language);
    }

    private static float[] embedBagOfWords(String text, String language) {
        var vector = new float[HASH_DIMENSIONS];
        Stemmer.stems(text, language).forEach(stem -> vector[Math.floorMod(stem.hashCode(), HASH_DIMENSIONS)]++);
        return normalize(vector);
    }

    /** The vector of a text: at once if it is of the library or was asked for lately, else the model's work. */
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

    /** The cosine of the angle between two vectors of length 1: from -1 to 1, higher for texts of like meaning. */
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
