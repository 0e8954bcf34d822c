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

/** Parses headings and paragraphs written in Markdown. Keeps the text of inline formatting and drops the markup. */
final class MarkdownParser implements BodyParser {
    /**
     * Lists, quotations and code blocks are disabled: a paragraph may begin with “1990. It was …” or “- Yes, he said”.
     */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ThematicBreak.class))
            .maxInlineNesting(50) // each level uses stack; articles nest less deeply
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

    /** Returns the text of a block, including link texts and image descriptions. */
    private static String text(Node block) {
        var content = new StringBuilder();
        for (Node node = block.getFirstChild(); node != null; node = next(node, block)) {
            if (node instanceof Text text) {
                content.append(text.getLiteral());
            } else if (node instanceof Code code) {
                content.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                content.append(' ');
            }
        }
        return content.toString();
    }

    private static @Nullable Node next(Node node, Node block) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node current = node;
        while (current != block && current.getNext() == null) {
            current = current.getParent();
        }
        return current == block ? null : current.getNext();
    }
}
