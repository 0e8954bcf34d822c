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

/** Takes a text apart into word stems, as its language wants it. */
public final class Stemmer {
    private static final Analyzer ENGLISH = new EnglishAnalyzer(loadStopWords("english_stop.txt"));
    private static final Analyzer RUSSIAN = new RussianAnalyzer();
    /** Five letters tell most words apart and leave most endings off; measured best for Kazakh and Turkish. */
    private static final int PREFIX_LENGTH = 5;
    /** By language; the small words of each are left out. */
    private static final Map<String, Analyzer> PREFIX_ANALYZERS = new ConcurrentHashMap<>();

    private Stemmer() {}

    /** The stems of a text in order, without words that carry no meaning of their own ("the", "of"). */
    public static List<String> stems(String text, String language) {
        return stemsByOffset(text, language).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same stems, each under the offset of its word. */
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
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return stems;
    }

    /** Snowball's list: Lucene's own for English leaves pronouns and question words in, and stems "his" to "hi". */
    private static CharArraySet loadStopWords(String resource) {
        try (var list = IOUtils.getDecodingReader(
                IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of Lucene's could not be read", e);
        }
    }

    private static Analyzer prefixAnalyzer(String language) {
        var small = new CharArraySet(LanguageDetector.commonWords(language), false);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream words = language.equals("tr")
                        ? new TurkishLowerCaseFilter(new ApostropheFilter(source))
                        : new LowerCaseFilter(source);
                return new TokenStreamComponents(
                        source, new TruncateTokenFilter(new StopFilter(words, small), PREFIX_LENGTH));
            }
        };
    }

    public static Analyzer analyzer(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "ru" -> RUSSIAN;
            default -> PREFIX_ANALYZERS.computeIfAbsent(language, Stemmer::prefixAnalyzer);
        };
    }
}
