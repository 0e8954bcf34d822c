package pullquote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain text: every character stands for itself. */
final class Literal implements Format {
    @Override
    public Body body(List<String> lines) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (String line : lines) {
            if (line.isEmpty()) {
                end(paragraph, paragraphs);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        end(paragraph, paragraphs);
        return new Body(paragraphs, Optional.empty());
    }

    private static void end(StringBuilder paragraph, List<String> paragraphs) {
        if (Format.hasWords(paragraph.toString())) {
            paragraphs.add(paragraph.toString());
        }
        paragraph.setLength(0);
    }
}
