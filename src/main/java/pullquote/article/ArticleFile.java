package pullquote.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pullquote.article.IssueCollector.SkippedFileException;
import pullquote.text.LanguageDetector;
import pullquote.text.SentenceSplitter;

/** Makes an article of a file: what is known of it, in its front matter or before its text, then its paragraphs. */
final class ArticleFile {
    private static final int MAX_TITLE_LENGTH = 80;
    private static final int LANGUAGE_SAMPLE_LENGTH = 50;

    private ArticleFile() {}

    static Article read(Path file, long size, IssueCollector faults) throws IOException, SkippedFileException {
        String fileName = file.getFileName().toString();
        BodyParser format =
                fileName.toLowerCase(Locale.ROOT).endsWith(".md") ? new MarkdownParser() : new PlainTextParser();
        var lines = new ArrayList<>(TextFileReader.read(file, size, faults));
        if (FrontMatterParser.startsWithFence(lines)) {
            int end = FrontMatterParser.endOfFrontMatter(lines, faults);
            FrontMatter about = FrontMatterParser.parse(
                    lines.subList(1, end), faults, detectLanguage(lines.subList(end + 1, lines.size())));
            // Emptied, not removed: so the lines below keep their numbers.
            Collections.fill(lines.subList(0, end + 1), "");
            return new Article(
                    ArticleId.fromFileName(fileName),
                    about,
                    body(format, lines, faults).paragraphs());
        }
        Optional<LeadingDate> dateline = LeadingDate.find(lines);
        dateline.ifPresent(d -> lines.set(d.index(), d.rest()));
        ParsedBody body = body(format, lines, faults);
        var date = dateline.flatMap(d -> PublicationDate.parse(d.date(), d.index() + 1, faults));
        String language = detectLanguage(body.paragraphs());
        String title = body.heading()
                .orElseGet(() -> shorten(firstSentence(body.paragraphs().get(0), language)));
        var about = new FrontMatter(title, date, language, Optional.empty(), Optional.empty(), Optional.empty());
        return new Article(ArticleId.fromFileName(fileName), about, body.paragraphs());
    }

    private static ParsedBody body(BodyParser format, List<String> lines, IssueCollector faults)
            throws SkippedFileException {
        requireShortParagraphs(lines, faults);
        ParsedBody body = format.parse(lines);
        if (body.paragraphs().isEmpty()) {
            throw faults.skipError(0, "there is no text in it. Write at least one paragraph, or delete it.");
        }
        return body;
    }

    /** Checked before parsing, whose time and memory it bounds. */
    private static void requireShortParagraphs(List<String> lines, IssueCollector faults) throws SkippedFileException {
        int length = 0;
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                length = 0;
                first = i + 1;
            }
            length += line.length();
            if (length > BodyParser.MAX_PARAGRAPH_LENGTH) {
                throw faults.skipError(
                        first + 1, "this paragraph has more than 50,000 characters. Part it with blank lines.");
            }
        }
    }

    /** The beginning is enough to know it by. */
    private static String detectLanguage(List<String> text) {
        String beginning = text.stream().limit(LANGUAGE_SAMPLE_LENGTH).collect(Collectors.joining("\n"));
        return LanguageDetector.detect(beginning);
    }

    private static String firstSentence(String paragraph, String language) {
        return SentenceSplitter.split(paragraph, language).get(0).substringOf(paragraph);
    }

    private static String shorten(String sentence) {
        if (sentence.length() <= MAX_TITLE_LENGTH) {
            return sentence;
        }
        int end = sentence.lastIndexOf(' ', MAX_TITLE_LENGTH - 1);
        if (end < MAX_TITLE_LENGTH / 2) {
            end = MAX_TITLE_LENGTH - 1; // one endless word: cut it, but not within a character
            end -= Character.isHighSurrogate(sentence.charAt(end - 1)) ? 1 : 0;
        }
        return sentence.substring(0, end).strip() + "…";
    }
}
