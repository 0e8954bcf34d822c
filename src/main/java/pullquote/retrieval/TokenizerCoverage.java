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
    private static final String UNKNOWN_CHARACTER = "\uD80C\uDC00";

    private final HuggingFaceTokenizer tokenizer;
    private final long[] unknownTokenIds;
    private final Map<String, Boolean> supportByLanguage = new ConcurrentHashMap<>();

    /** @param tokenizer as Hugging Face writes it */
    TokenizerCoverage(byte[] tokenizer) throws IOException {
        this.tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), Map.of());
        unknownTokenIds = tokenIds(UNKNOWN_CHARACTER);
    }

    /** True also of languages whose letters nobody tells us. */
    boolean covers(String language) {
        return supportByLanguage.computeIfAbsent(
                language,
                it -> LanguageDetector.commonWords(it).stream()
                        .flatMapToInt(String::codePoints)
                        .filter(Character::isLetter)
                        .distinct()
                        .mapToObj(Character::toString)
                        .noneMatch(letter -> Arrays.equals(tokenIds(letter), unknownTokenIds)));
    }

    private long[] tokenIds(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }
}
