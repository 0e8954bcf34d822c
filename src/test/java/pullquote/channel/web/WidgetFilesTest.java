package pullquote.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.TestServer;
import pullquote.channel.TeaHouseArticles;
import pullquote.text.Messages;

/** Tests the widget's files as served to browsers. */
class WidgetFilesTest {
    private static final Path SOURCES = Path.of("src", "main", "resources", "pullquote", "widget");
    private static final Pattern HOME = Pattern.compile("widget/[0-9a-f]{16}/");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([\\w-]+\\.js)\"");
    private static final int MOST_BYTES = 25_000;
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void script_loads_all_modules_within_the_size_limit() throws Exception {
        var weights = new TreeMap<String, Integer>();
        weights.put("widget.js", gzipped(get("/widget.js").body()));
        weigh("chat.js", weights);
        weigh("messages-kk.js", weights); // of the languages, the heaviest

        assertThat(weights).containsKeys("lit-html.js", "evidence.js", "server.js", "style.js");
        assertThat(weights.values().stream().mapToInt(weight -> weight).sum()).isLessThan(MOST_BYTES);
    }

    private static void weigh(String module, Map<String, Integer> weights) throws Exception {
        String code = get("/" + home() + module).body();
        weights.put(module, gzipped(code));
        for (String next : imports(code).toList()) {
            if (!weights.containsKey(next)) {
                weigh(next, weights);
            }
        }
    }

    private static Stream<String> imports(String module) {
        return IMPORT.matcher(module).results().map(found -> found.group(1));
    }

    @Test
    void script_is_cached_briefly_and_modules_permanently() throws Exception {
        assertThat(get("/widget.js").headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(get("/" + home() + "chat.js").headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(get("/widget/0123456789abcdef/chat.js").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(get("/" + home() + "nothing.js").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widget.js", "chat.js"})
    void pages_of_any_origin_can_load_the_files(String file) throws Exception {
        var headers = get(file.startsWith("/") ? file : "/" + home() + file).headers();

        assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
    }

    @Test
    void message_keys_match_the_code() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                said.addAll(words(Files.readString(file)));
            }
        }

        assertThat(Messages.section("en", "widget").keySet()).isEqualTo(said);
    }

    /** Texts in the code that are keys, whoever hands them to {@code say}; the kinds of a problem are named as such. */
    private static Set<String> words(String code) {
        Set<String> keys = Messages.section("en", "widget").keySet();
        Stream<String> literal = texts(code).filter(text -> keys.contains(text) || saidAs(code, text));
        Stream<String> kinds = texts(code).map(text -> "problem." + text).filter(keys::contains);
        return Stream.concat(literal, kinds).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean saidAs(String code, String text) {
        return code.contains("say(\"" + text + "\"");
    }

    private static Stream<String> texts(String code) {
        return Pattern.compile("\"([\\w.]+)\"").matcher(code).results().map(found -> found.group(1));
    }

    private static String home() throws Exception {
        return HOME.matcher(get("/widget.js").body())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.get(path);
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
