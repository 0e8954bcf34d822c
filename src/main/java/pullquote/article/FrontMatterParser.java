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

/** Reads the front matter: the lines between two lines of {@code ---} at the very beginning of a file. */
final class FrontMatterParser {
    /** Two or three letters; the country that may follow is not ours to tell apart. */
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*");

    private final Map<String, Field> fields;
    private final IssueCollector issues;
    private final String detectedLanguage;

    private FrontMatterParser(Map<String, Field> fields, IssueCollector faults, String likely) {
        this.fields = fields;
        this.issues = faults;
        this.detectedLanguage = likely;
    }

    static boolean startsWithFence(List<String> lines) {
        return !lines.isEmpty() && isFence(lines.get(0));
    }

    /** The index of the line that closes it. */
    static int endOfFrontMatter(List<String> lines, IssueCollector faults) throws SkippedFileException {
        for (int i = 1; i < lines.size(); i++) {
            if (isFence(lines.get(i))) {
                return i;
            }
        }
        throw faults.skipError(1, "the front matter that begins here has no end. Write a line --- behind it.");
    }

    /**
     * @param lines those between the fences; the first of them is line 2 of the file
     * @param likely the language of the text as far as it tells, for an article that does not name its own
     */
    static FrontMatter parse(List<String> lines, IssueCollector faults, String likely) throws SkippedFileException {
        return new FrontMatterParser(YamlFrontMatter.read(lines, 2, faults), faults, likely).frontMatter();
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
            throw issues.skipError(line, "the front matter has no title. Write a line \"title: …\" in it.");
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
                        + " is no language code; taken for en. Write two or three letters, such as en.");
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
            // no address: reported with all the others
        }
        issues.warn(
                field.get().line(),
                "url " + LoadIssue.quoted(field.get().value())
                        + " is no web address. Write one that begins with https:// or http://.");
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
