package pullquote.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.article.IssueCollector.SkippedFileException;
import pullquote.article.YamlFrontMatter.Field;

/** Parses the front matter: the lines between two {@code ---} lines at the beginning of a file. */
final class FrontMatterParser {
    /** Two or three letters; a region may follow and is ignored. */
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*");

    private final Map<String, Field> fields;
    private final IssueCollector issues;
    private final String detectedLanguage;

    private FrontMatterParser(Map<String, Field> fields, IssueCollector issues, String detectedLanguage) {
        this.fields = fields;
        this.issues = issues;
        this.detectedLanguage = detectedLanguage;
    }

    static boolean startsWithFence(List<String> lines) {
        return !lines.isEmpty() && isFence(lines.get(0));
    }

    /**
     * Returns the index of the line that closes the front matter.
     *
     * @throws SkippedFileException if no line closes it
     */
    static int endOfFrontMatter(List<String> lines, IssueCollector issues) throws SkippedFileException {
        for (int i = 1; i < lines.size(); i++) {
            if (isFence(lines.get(i))) {
                return i;
            }
        }
        throw issues.skipError(1, "the front matter that starts here is not closed. Add a line --- after it.");
    }

    /**
     * Parses the lines between the fences.
     *
     * @param lines the lines without the fences; the first one is line 2 of the file
     * @param detectedLanguage the language of the text, used if the front matter does not set one
     * @throws SkippedFileException if the lines are not valid front matter or contain no title
     */
    static FrontMatter parse(List<String> lines, IssueCollector issues, String detectedLanguage)
            throws SkippedFileException {
        return new FrontMatterParser(YamlFrontMatter.read(lines, 2, issues), issues, detectedLanguage).frontMatter();
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals("---");
    }

    private FrontMatter frontMatter() throws SkippedFileException {
        return new FrontMatter(title(), date(), language(), url(), text("author"), text("source"));
    }

    private String title() throws SkippedFileException {
        Optional<String> title = text("title");
        if (title.isEmpty()) {
            int line = fields.containsKey("title") ? fields.get("title").line() : 1;
            throw issues.skipError(line, "the front matter has no title. Add a line \"title: …\".");
        }
        return title.get();
    }

    private Optional<LocalDate> date() {
        return field("date").flatMap(date -> PublicationDate.parse(date.value(), date.line(), issues));
    }

    private String language() {
        Optional<Field> field = field("language");
        if (field.isEmpty()) {
            return detectedLanguage;
        }
        Matcher language = LANGUAGE.matcher(field.get().value());
        if (language.matches()) {
            return language.group(1).toLowerCase(Locale.ROOT);
        }
        issues.warn(
                field.get().line(),
                "language " + LoadIssue.quoted(field.get().value())
                        + " is not a valid language code; en is used. Write two or three letters, for example en.");
        return "en";
    }

    private Optional<URI> url() {
        Optional<Field> field = field("url");
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            var url = new URI(field.get().value());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (url.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // reported below, like other invalid addresses
        }
        issues.warn(
                field.get().line(),
                "url " + LoadIssue.quoted(field.get().value())
                        + " is not a valid web address. Write one that starts with https:// or http://.");
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        return field(key).map(Field::value);
    }

    private Optional<Field> field(String key) {
        return Optional.ofNullable(fields.get(key))
                .filter(field -> !field.value().isEmpty());
    }
}
