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
 * Where people read what we cite. A link to a quote carries a text fragment, so that the browser scrolls to the quote
 * and marks it: {@code https://news.example/articles/tea#p2:~:text=The%20tea%20house%20opened}.
 */
public final class Links {
    /** Browsers match longer texts whole only with luck; a first and a last few words do. */
    private static final int LONG_QUOTE_LENGTH = 300;
    /** Shorter ones may stand in the text twice; their neighbours tell which is meant. */
    private static final int SHORT_QUOTE_LENGTH = 20;

    private static final int WORDS = 6;
    private static final int MAX_CONTEXT_WORDS = 3;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String publicUrl;

    /** @param publicUrl where the public reaches this server, such as {@code https://news.example} */
    public Links(URI publicUrl) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /** Where the article was published, or else our own reading page. */
    public String to(Article article) {
        return publicUrl(article).map(URI::toString).orElseGet(() -> readingPage(article));
    }

    /** The place of a quote. */
    public String to(Evidence evidence) {
        String fragment = ":~:text=" + textDirective(evidence.paragraph().text(), evidence.span());
        return publicUrl(evidence.article())
                .map(url -> url + (url.getRawFragment() == null ? "#" : "") + fragment)
                .orElseGet(() -> readingPage(evidence.article()) + "#p"
                        + evidence.paragraph().number() + fragment);
    }

    /** Only the web's own schemes: a link that runs a script is none. */
    public static Optional<URI> publicUrl(Article article) {
        return article.frontMatter()
                .url()
                .filter(url -> url.getHost() != null)
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private String readingPage(Article article) {
        return publicUrl + "/articles/" + article.id();
    }

    private static String textDirective(String paragraph, Span span) {
        String quote = span.substringOf(paragraph).strip();
        String[] words = words(quote);
        if (quote.length() > LONG_QUOTE_LENGTH && words.length > 2 * WORDS) {
            return encode(first(words, WORDS)) + "," + encode(last(words, WORDS));
        }
        if (quote.length() >= SHORT_QUOTE_LENGTH) {
            return encode(quote);
        }
        String before = last(words(paragraph.substring(0, span.start())), MAX_CONTEXT_WORDS);
        String after = first(words(paragraph.substring(span.end())), MAX_CONTEXT_WORDS);
        return (before.isEmpty() ? "" : encode(before) + "-,")
                + encode(quote)
                + (after.isEmpty() ? "" : ",-" + encode(after));
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    private static String first(String[] words, int count) {
        return String.join(" ", Arrays.copyOf(words, Math.min(count, words.length)));
    }

    private static String last(String[] words, int count) {
        return String.join(" ", Arrays.copyOfRange(words, Math.max(0, words.length - count), words.length));
    }

    /** All but letters and digits: {@code -}, {@code ,} and {@code &} mean something in a text fragment. */
    private static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                encoded.append((char) b);
            } else {
                HEX.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }
}
