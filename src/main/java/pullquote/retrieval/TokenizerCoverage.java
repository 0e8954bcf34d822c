package pullquote.retrieval;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pullquote.text.LanguageDetector;

/** Checks whether a tokenizer knows the letters of a language, as it must if the model was trained on that language. */
final class TokenizerCoverage {
    /** An Egyptian hieroglyph, which no tokenizer knows; its token ids are those of any unknown character. */
    private static final String UNKNOWN_CHARACTER = "\uD80C\uDC00";

    private final HuggingFaceTokenizer tokenizer;
    private final long[] unknownTokenIds;
    private final Map<String, Boolean> supportByLanguage = new ConcurrentHashMap<>();

    /**
     * Creates a check for a tokenizer.
     *
     * @param tokenizer the tokenizer in Hugging Face's JSON format
     */
    TokenizerCoverage(byte[] tokenizer) throws IOException {
        this.tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), Map.of());
        unknownTokenIds = tokenIds(UNKNOWN_CHARACTER);
    }

    /**
     * Returns true if the tokenizer knows all letters of a language. Also true for languages whose letters are not
     * known here.
     */
    boolean covers(String language) {
        return supportByLanguage.computeIfAbsent(
                language,
                code -> LanguageDetector.commonWords(code).stream()
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
