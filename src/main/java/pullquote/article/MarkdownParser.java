package pullquote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import pullquote.text.Word;

/** Markdown as a newspaper uses it: headings, paragraphs, and marks within a line, of which the words are kept. */
final class MarkdownParser implements BodyParser {
    /** No lists, quotations or code blocks: a paragraph may well begin with “1990. It was …” or “- Yes, he said”. */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ThematicBreak.class))
            .maxInlineNesting(50) // deeper is no article, and each level takes stack
            .build();

    @Override
    public ParsedBody parse(List<String> lines) {
        Optional<String> heading = Optional.empty();
        var paragraphs = new ArrayList<String>();
        Node document = PARSER.parse(String.join("\n", lines));
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            String text = text(block).strip();
            if (!Word.containsWord(text)) {
                continue;
            }
            if (!(block instanceof Heading)) {
                paragraphs.add(text);
            } else if (heading.isEmpty()) {
                heading = Optional.of(text);
            }
        }
        return new ParsedBody(paragraphs, heading);
    }

    /** The text of all that is in the block: of links and emphasis their words, of pictures their description. */
    private static String text(Node block) {
        var words = new StringBuilder();
        for (Node node = block.getFirstChild(); node != null; node = next(node, block)) {
            if (node instanceof Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                words.append(' ');
            }
        }
        return words.toString();
    }

    private static @Nullable Node next(Node node, Node block) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != block && at.getNext() == null) {
            at = at.getParent();
        }
        return at == block ? null : at.getNext();
    }
}
