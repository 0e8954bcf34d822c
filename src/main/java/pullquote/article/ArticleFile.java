package pullquote.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pullquote.article.FileFaults.Skipped;
import pullquote.language.Languages;

/** Makes an article of a file: what is known of it, in its front matter or before its text, then its paragraphs. */
final class ArticleFile {
    private static final int LONGEST_TITLE = 80;
    private static final int ENOUGH_TO_KNOW = 50;

    private ArticleFile() {}

    static Article read(Path file, long size, FileFaults faults) throws IOException, Skipped {
        String fileName = file.getFileName().toString();
        Format format = fileName.toLowerCase(Locale.ROOT).endsWith(".md") ? new Markdown() : new Literal();
        var lines = new ArrayList<>(PlainText.read(file, size, faults));
        if (FrontMatterParser.opens(lines)) {
            int end = FrontMatterParser.end(lines, faults);
            FrontMatter about = FrontMatterParser.parse(
                    lines.subList(1, end), faults, language(lines.subList(end + 1, lines.size())));
            // Emptied, not removed: so the lines below keep their numbers.
            Collections.fill(lines.subList(0, end + 1), "");
            return new Article(
                    ArticleId.of(fileName), about, body(format, lines, faults).paragraphs());
        }
        Optional<Dateline> dateline = Dateline.of(lines);
        dateline.ifPresent(d -> lines.set(d.index(), d.rest()));
        Body body = body(format, lines, faults);
        var date = dateline.flatMap(d -> PublicationDate.parse(d.date(), d.index() + 1, faults));
        String language = language(body.paragraphs());
        String title = body.heading()
                .orElseGet(() -> shortened(firstSentence(body.paragraphs().get(0), language)));
        var about = new FrontMatter(title, date, language, Optional.empty(), Optional.empty(), Optional.empty());
        return new Article(ArticleId.of(fileName), about, body.paragraphs());
    }

    private static Body body(Format format, List<String> lines, FileFaults faults) throws Skipped {
        requireShortParagraphs(lines, faults);
        Body body = format.body(lines);
        if (body.paragraphs().isEmpty()) {
            throw faults.skipped(0, "there is no text in it. Write at least one paragraph, or delete it.");
        }
        return body;
    }

    /** Checked before parsing, whose time and memory it bounds. */
    private static void requireShortParagraphs(List<String> lines, FileFaults faults) throws Skipped {
        int length = 0;
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                length = 0;
                first = i + 1;
            }
            length += line.length();
            if (length > Format.LONGEST_PARAGRAPH) {
                throw faults.skipped(
                        first + 1, "this paragraph has more than 50,000 characters. Part it with blank lines.");
            }
        }
    }

    /** The beginning is enough to know it by. */
    private static String language(List<String> text) {
        String beginning = text.stream().limit(ENOUGH_TO_KNOW).collect(Collectors.joining("\n"));
        return Languages.guess(beginning);
    }

    private static String firstSentence(String paragraph, String language) {
        return Sentences.split(paragraph, language).get(0).in(paragraph);
    }

    private static String shortened(String sentence) {
        if (sentence.length() <= LONGEST_TITLE) {
            return sentence;
        }
        int end = sentence.lastIndexOf(' ', LONGEST_TITLE - 1);
        if (end < LONGEST_TITLE / 2) {
            end = LONGEST_TITLE - 1; // one endless word: cut it, but not within a character
            end -= Character.isHighSurrogate(sentence.charAt(end - 1)) ? 1 : 0;
        }
        return sentence.substring(0, end).strip() + "…";
    }
}
