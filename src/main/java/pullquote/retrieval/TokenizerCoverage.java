package pullquote.retrieval;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pullquote.text.LanguageDetector;

/** Tells whether a tokenizer has the letters of a language: a model that was trained on it must have seen them. */
final class TokenizerCoverage {
    /** Of ancient Egypt: no tokenizer has learnt it, and what becomes of it is what becomes of all that is unknown. */
    private static final String UNKNOWN = "\uD80C\uDC00";

    private final HuggingFaceTokenizer tokenizer;
    private final long[] unknown;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** @param tokenizer as Hugging Face writes it */
    TokenizerCoverage(byte[] tokenizer) throws IOException {
        this.tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), Map.of());
        unknown = tokens(UNKNOWN);
    }

    /** True also of languages whose letters nobody tells us. */
    boolean covers(String language) {
        return known.computeIfAbsent(
                language,
                it -> LanguageDetector.commonWords(it).stream()
                        .flatMapToInt(String::codePoints)
                        .filter(Character::isLetter)
                        .distinct()
                        .mapToObj(Character::toString)
                        .noneMatch(letter -> Arrays.equals(tokens(letter), unknown)));
    }

    private long[] tokens(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }
}
