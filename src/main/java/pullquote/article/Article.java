package pullquote.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A titled text in numbered paragraphs. It never changes: an edited file makes a new article of another version. */
public final class Article {
    private final String id;
    private final FrontMatter about;
    private final List<Paragraph> paragraphs;
    private final List<List<Span>> sentences;
    private final String version;

    /**
     * @param id names it in links and in the API: {@code [a-z0-9-]+}
     * @param texts its paragraphs in order, none blank; they are numbered here
     */
    public Article(String id, FrontMatter about, List<String> texts) {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not an article id: " + id);
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("article " + id + " has no paragraph");
        }
        this.id = id;
        this.about = about;
        var numbered = new ArrayList<Paragraph>();
        for (String text : texts) {
            numbered.add(new Paragraph(numbered.size() + 1, text));
        }
        this.paragraphs = List.copyOf(numbered);
        this.sentences = texts.stream()
                .map(text -> Sentences.split(text, about.language()))
                .toList();
        this.version = hash(texts);
    }

    public String id() {
        return id;
    }

    public FrontMatter about() {
        return about;
    }

    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Where the sentences of a paragraph of this article stand in its text. */
    public List<Span> sentences(Paragraph paragraph) {
        return sentences.get(paragraph.number() - 1);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of its paragraphs: the same text, the same version. */
    public String version() {
        return version;
    }

    private static String hash(List<String> texts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n\n", texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return id + " (“" + about.title() + "”)";
    }
}
