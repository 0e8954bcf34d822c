package pullquote.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.text.Span;

/**
 * Builds links to cited articles. A link to a quote has a text fragment, so that the browser scrolls to the quote and
 * highlights it: {@code https://news.example/articles/tea#p2:~:text=The%20tea%20house%20opened}.
 */
public final class Links {
    /** In characters. Browsers often fail to match longer texts, so only the first and last words are given. */
    private static final int MAX_WHOLE_QUOTE_LENGTH = 300;
    /** In characters. Shorter quotes may occur twice in a text, so the words around them are added. */
    private static final int MIN_QUOTE_LENGTH_WITHOUT_CONTEXT = 20;

    private static final int LONG_QUOTE_EDGE_WORDS = 6;
    private static final int MAX_CONTEXT_WORDS = 3;

    private static final HexFormat HEX_FORMAT = HexFormat.of().withUpperCase();

    private final String baseUrl;

    /** @param publicUrl the public address of this server, such as {@code https://news.example} */
    public Links(URI publicUrl) {
        this.baseUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /** Returns the URL of the published article, or of its page on this server if it has none. */
    public String urlFor(Article article) {
        return publishedUrl(article).map(URI::toString).orElseGet(() -> articlePageUrl(article));
    }

    /** Returns a link that opens the article at this quote and highlights it. */
    public String urlFor(Evidence evidence) {
        String fragment = ":~:text=" + textDirective(evidence.paragraph().text(), evidence.span());
        return publishedUrl(evidence.article())
                .map(url -> url + (url.getRawFragment() == null ? "#" : "") + fragment)
                .orElseGet(() -> articlePageUrl(evidence.article()) + "#p"
                        + evidence.paragraph().number() + fragment);
    }

    /**
     * Returns the published URL if it is HTTP or HTTPS; other schemes, such as {@code javascript:}, are unsafe in
     * links.
     */
    public static Optional<URI> publishedUrl(Article article) {
        return article.frontMatter()
                .url()
                .filter(url -> url.getHost() != null)
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private String articlePageUrl(Article article) {
        return baseUrl + "/articles/" + article.id();
    }

    private static String textDirective(String paragraph, Span span) {
        String quote = span.substringOf(paragraph).strip();
        String[] words = splitWords(quote);
        if (quote.length() > MAX_WHOLE_QUOTE_LENGTH && words.length > 2 * LONG_QUOTE_EDGE_WORDS) {
            return percentEncode(firstWords(words, LONG_QUOTE_EDGE_WORDS)) + ","
                    + percentEncode(lastWords(words, LONG_QUOTE_EDGE_WORDS));
        }
        if (quote.length() >= MIN_QUOTE_LENGTH_WITHOUT_CONTEXT) {
            return percentEncode(quote);
        }
        String before = lastWords(splitWords(paragraph.substring(0, span.start())), MAX_CONTEXT_WORDS);
        String after = firstWords(splitWords(paragraph.substring(span.end())), MAX_CONTEXT_WORDS);
        return (before.isEmpty() ? "" : percentEncode(before) + "-,")
                + percentEncode(quote)
                + (after.isEmpty() ? "" : ",-" + percentEncode(after));
    }

    private static String[] splitWords(String text) {
        return text.strip().split("\\s+", -1);
    }

    private static String firstWords(String[] words, int count) {
        return String.join(" ", Arrays.copyOf(words, Math.min(count, words.length)));
    }

    private static String lastWords(String[] words, int count) {
        return String.join(" ", Arrays.copyOfRange(words, Math.max(0, words.length - count), words.length));
    }

    /**
     * Percent-encodes all but ASCII letters and digits: {@code -}, {@code ,} and {@code &} are syntax in text
     * fragments.
     */
    private static String percentEncode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                encoded.append((char) b);
            } else {
                HEX_FORMAT.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }
}
