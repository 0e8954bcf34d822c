package pullquote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pullquote.text.Word;

/** Parses plain text: blank lines separate paragraphs, and no character has a special meaning. */
final class PlainTextParser implements BodyParser {
    @Override
    public ParsedBody parse(List<String> lines) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (String line : lines) {
            if (line.isEmpty()) {
                finishParagraph(paragraph, paragraphs);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        finishParagraph(paragraph, paragraphs);
        return new ParsedBody(paragraphs, Optional.empty());
    }

    private static void finishParagraph(StringBuilder paragraph, List<String> paragraphs) {
        if (Word.containsWord(paragraph.toString())) {
            paragraphs.add(paragraph.toString());
        }
        paragraph.setLength(0);
    }
}
