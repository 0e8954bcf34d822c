package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The README and the pages under {@code src/site/markdown} match the product and each other. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final int MAX_README_LINES = 150;

    private static final Pattern LINK = Pattern.compile("!?\\[[^]\\n]*(?:\\n[^]\\n]*)?]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern ROUTE = Pattern.compile("routes\\s*\\.(?:get|post|delete)\\(\"(/[^\"]*)\"");

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MAX_README_LINES);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_to_files_and_headings_that_exist(Path document) throws IOException {
        String text = Files.readString(document);

        assertThat(LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !isWeb(link)))
                .allSatisfy(link -> assertThat(isTargetOf(document, link))
                        .as("%s in %s", link, document)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_readme_links_to_every_page(Path page) throws IOException {
        assertThat(Files.readString(README)).contains("(src/site/markdown/" + page.getFileName());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void every_setting_is_in_the_readme(String setting) throws IOException {
        assertThat(Files.readString(README)).contains("| `" + setting + "` |");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_route_is_in_the_api_reference(String route) throws IOException {
        assertThat(Files.readString(PAGES.resolve("api.md"))).contains(route);
    }

    @ParameterizedTest
    @MethodSource("commandLineNames")
    void every_command_and_option_is_documented(String name) throws IOException {
        String all = documents().map(DocumentationTest::read).collect(Collectors.joining("\n"));
        assertThat(all).containsPattern("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation.md", "answers.md", "models.md", "contributing.md", "languages.md"})
    void classes_named_in_commands_exist(String page) throws IOException {
        String text = Files.readString(PAGES.resolve(page));

        assertThat(Pattern.compile("-Dexec\\.mainClass=([\\w.]+)")
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1)))
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
        assertThat(Pattern.compile("-Dtest=(\\w+)").matcher(text).results().map(match -> match.group(1)))
                .allSatisfy(name -> assertThat(sourceFiles(Path.of("src", "test", "java")))
                        .anyMatch(file -> file.endsWith(name + ".java")));
    }

    static Stream<Path> documents() throws IOException {
        return Stream.concat(Stream.of(README), pages());
    }

    static Stream<Path> pages() throws IOException {
        return sorted(PAGES, ".md").stream();
    }

    /** Settings asks for each variable by its name, so a map that notes what it is asked for knows them all. */
    static Stream<String> settings() {
        var asked = new TreeSet<String>();
        var env =
                new HashMap<>(Map.of(
                        "LLM_PROVIDER", "openai", "LLM_API_KEY", "key", "TELEGRAM_BOT_TOKEN", "1:" + "a".repeat(35))) {
                    @Override
                    public String get(Object name) {
                        asked.add((String) name);
                        return super.get(name);
                    }

                    @Override
                    public String getOrDefault(Object name, String otherwise) {
                        asked.add((String) name);
                        return super.getOrDefault(name, otherwise);
                    }
                };
        try {
            Settings.from(env);
        } catch (InvalidSettings e) {
            // All variables have been read by then.
        }
        assertThat(asked).contains("PORT", "LLM_MODEL", "TELEGRAM_API_URL");
        return asked.stream();
    }

    static Stream<String> routes() throws IOException {
        List<String> routes = sourceFiles(Path.of("src", "main", "java")).stream()
                .map(DocumentationTest::read)
                .flatMap(source -> ROUTE.matcher(source).results())
                .map(match -> match.group(1))
                .filter(route -> !route.startsWith("/widget/")) // the modules that widget.js loads
                .toList();
        assertThat(routes).contains("/api/answers", "/health/ready");
        return Stream.concat(routes.stream(), Stream.of("/telegram/webhook"));
    }

    static Stream<String> commandLineNames() {
        CommandLine line = Cli.commandLine(Map.of());
        return Stream.concat(
                        line.getSubcommands().keySet().stream(),
                        Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                                .flatMap(command -> command.getCommandSpec().options().stream())
                                .filter(option -> !option.hidden())
                                .map(CommandLine.Model.OptionSpec::longestName))
                .distinct();
    }

    private static boolean isWeb(String link) {
        return link.startsWith("http://") || link.startsWith("https://") || link.startsWith("mailto:");
    }

    private static boolean isTargetOf(Path document, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.toAbsolutePath().getParent().resolve(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
    }

    /** Headings as GitHub links to them: lower case, no punctuation, hyphens for spaces. */
    private static List<String> anchors(String text) {
        Matcher headings = HEADING.matcher(text);
        return headings.results()
                .map((MatchResult heading) -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .strip()
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> sourceFiles(Path root) throws IOException {
        return sorted(root, ".java");
    }

    private static List<Path> sorted(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("Failed to read " + file, e);
        }
    }
}
