package pullquote.article;

import java.util.ArrayList;
import java.util.List;
import pullquote.text.SentenceSplitter;
import pullquote.text.Span;

/** A titled text in numbered paragraphs. It never changes: an edited file makes a new article of another version. */
public final class Article {
    private final String id;
    private final FrontMatter frontMatter;
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
        this.frontMatter = about;
        var numbered = new ArrayList<Paragraph>();
        for (String text : texts) {
            numbered.add(new Paragraph(numbered.size() + 1, text));
        }
        this.paragraphs = List.copyOf(numbered);
        this.sentences = texts.stream()
                .map(text -> SentenceSplitter.split(text, about.language()))
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

    /** Where the sentences of a paragraph of this article stand in its text. */
    public List<Span> sentences(Paragraph paragraph) {
        return sentences.get(paragraph.number() - 1);
    }

    /** Of its paragraphs: the same text, the same {@link ContentHash}. */
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return id + " (“" + frontMatter.title() + "”)";
    }
}
