package pullquote.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.util.IOUtils;

/** Extracts word stems from texts. English and Russian have stemmers; other languages use word prefixes. */
public final class Stemmer {
    private static final Analyzer ENGLISH = new EnglishAnalyzer(loadStopWords("english_stop.txt"));
    private static final Analyzer RUSSIAN = new RussianAnalyzer();
    /** Letters. Distinguishes most words and drops most endings; measured best for Kazakh and Turkish. */
    private static final int PREFIX_LENGTH = 5;
    /** Analyzers by language; each drops the common words of its language. */
    private static final Map<String, Analyzer> PREFIX_ANALYZERS = new ConcurrentHashMap<>();

    private Stemmer() {}

    /** Returns the stems of a text in order, without stop words ("the", "of"). */
    public static List<String> stems(String text, String language) {
        return stemsByOffset(text, language).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the stems of a text by the offset of their words. */
    static Map<Integer, String> stemsByOffset(String text, String language) {
        var stems = new HashMap<Integer, String>();
        try (TokenStream tokens = analyzer(language).tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.putIfAbsent(offset.startOffset(), term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to analyze a text in memory.", e);
        }
        return stems;
    }

    /**
     * Loads Snowball's list, because Lucene's English list keeps pronouns and question words and "his" is stemmed to
     * "hi".
     */
    private static CharArraySet loadStopWords(String resource) {
        try (var list = IOUtils.getDecodingReader(
                IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read Lucene resource: " + resource, e);
        }
    }

    private static Analyzer prefixAnalyzer(String language) {
        var stopWords = new CharArraySet(LanguageDetector.commonWords(language), false);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream words = language.equals("tr")
                        ? new TurkishLowerCaseFilter(new ApostropheFilter(source))
                        : new LowerCaseFilter(source);
                return new TokenStreamComponents(
                        source, new TruncateTokenFilter(new StopFilter(words, stopWords), PREFIX_LENGTH));
            }
        };
    }

    /**
     * Returns the Lucene analyzer for a language.
     *
     * @param language an ISO 639 code, for example {@code en}
     */
    public static Analyzer analyzer(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "ru" -> RUSSIAN;
            default -> PREFIX_ANALYZERS.computeIfAbsent(language, Stemmer::prefixAnalyzer);
        };
    }
}
