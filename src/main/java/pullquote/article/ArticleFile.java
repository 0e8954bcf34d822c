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

/** Reads an article from a file: its metadata from the front matter or the first lines, then its paragraphs. */
final class ArticleFile {
    /** UTF-16 code units; a longer first sentence is shortened to make a title. */
    private static final int MAX_TITLE_LENGTH = 80;
    /** Lines or paragraphs from the start of the text; enough to detect the language. */
    private static final int LANGUAGE_SAMPLE_LENGTH = 50;

    private ArticleFile() {}

    /**
     * Reads an article.
     *
     * @param size the file size in bytes
     * @throws SkippedFileException if the file is not a valid article
     */
    static Article read(Path file, long size, IssueCollector issues) throws IOException, SkippedFileException {
        String fileName = file.getFileName().toString();
        BodyParser parser =
                fileName.toLowerCase(Locale.ROOT).endsWith(".md") ? new MarkdownParser() : new PlainTextParser();
        var lines = new ArrayList<>(TextFileReader.read(file, size, issues));
        if (FrontMatterParser.startsWithFence(lines)) {
            int end = FrontMatterParser.endOfFrontMatter(lines, issues);
            FrontMatter frontMatter = FrontMatterParser.parse(
                    lines.subList(1, end), issues, detectLanguage(lines.subList(end + 1, lines.size())));
            // The lines are emptied and not removed, so later lines keep their numbers.
            Collections.fill(lines.subList(0, end + 1), "");
            return new Article(
                    ArticleId.fromFileName(fileName),
                    frontMatter,
                    body(parser, lines, issues).paragraphs());
        }
        Optional<LeadingDate> leadingDate = LeadingDate.find(lines);
        leadingDate.ifPresent(d -> lines.set(d.index(), d.rest()));
        ParsedBody body = body(parser, lines, issues);
        var date = leadingDate.flatMap(d -> PublicationDate.parse(d.date(), d.index() + 1, issues));
        String language = detectLanguage(body.paragraphs());
        String title = body.heading()
                .orElseGet(() -> shorten(firstSentence(body.paragraphs().get(0), language)));
        var frontMatter = new FrontMatter(title, date, language, Optional.empty(), Optional.empty(), Optional.empty());
        return new Article(ArticleId.fromFileName(fileName), frontMatter, body.paragraphs());
    }

    private static ParsedBody body(BodyParser parser, List<String> lines, IssueCollector issues)
            throws SkippedFileException {
        requireShortParagraphs(lines, issues);
        ParsedBody body = parser.parse(lines);
        if (body.paragraphs().isEmpty()) {
            throw issues.skipError(0, "the article has no text. Write at least one paragraph or delete the file.");
        }
        return body;
    }

    /** Rejects long paragraphs before parsing, to bound its time and memory. */
    private static void requireShortParagraphs(List<String> lines, IssueCollector issues) throws SkippedFileException {
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
                throw issues.skipError(
                        first + 1, "this paragraph is longer than 50,000 characters. Split it with blank lines.");
            }
        }
    }

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
            end = MAX_TITLE_LENGTH - 1; // a very long word: cut it, but not within a surrogate pair
            end -= Character.isHighSurrogate(sentence.charAt(end - 1)) ? 1 : 0;
        }
        return sentence.substring(0, end).strip() + "…";
    }
}
