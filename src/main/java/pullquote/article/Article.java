package pullquote.article;

import java.util.ArrayList;
import java.util.List;
import pullquote.text.SentenceSplitter;
import pullquote.text.Span;

/**
 * Contains a titled text in numbered paragraphs. Immutable: an edited file becomes a new article with another version.
 */
public final class Article {
    private final String id;
    private final FrontMatter frontMatter;
    private final List<Paragraph> paragraphs;
    private final List<List<Span>> sentences;
    private final String version;

    /**
     * Creates an article and numbers its paragraphs.
     *
     * @param id the id used in links and in the API: {@code [a-z0-9-]+}
     * @param texts the paragraphs in order; none may be blank
     * @throws IllegalArgumentException if the id is invalid or there is no paragraph
     */
    public Article(String id, FrontMatter frontMatter, List<String> texts) {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Invalid article id: " + id + ". Use a-z, 0-9 and hyphens.");
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("No paragraphs in article: " + id + ". Give it at least one.");
        }
        this.id = id;
        this.frontMatter = frontMatter;
        var numbered = new ArrayList<Paragraph>();
        for (String text : texts) {
            numbered.add(new Paragraph(numbered.size() + 1, text));
        }
        this.paragraphs = List.copyOf(numbered);
        this.sentences = texts.stream()
                .map(text -> SentenceSplitter.split(text, frontMatter.language()))
                .toList();
        this.version = ContentHash.of(texts);
    }

    public String id() {
        return id;
    }

    public FrontMatter frontMatter() {
        return frontMatter;
    }

    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Returns the positions of the sentences in a paragraph of this article. */
    public List<Span> sentences(Paragraph paragraph) {
        return sentences.get(paragraph.number() - 1);
    }

    /** Returns the {@link ContentHash} of the paragraphs. Equal texts have equal versions. */
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return id + " (“" + frontMatter.title() + "”)";
    }
}
