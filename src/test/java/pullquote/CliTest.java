package pullquote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.conversation.store.PostgresTestDatabase;

/** What a person sees at the command line. */
class CliTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void ask_prints_the_answer_with_its_citations() {
        assertThat(run("ask", "Who", "visited", "the", "detainees?")).isZero();
        String sentence = "It is reported that Commissioner for Human Rights Elvira Azimova and human rights activist"
                + " Zhemis Turmagambetova visited the pre-trial detention center to meet with the detainees and"
                + " investigate the conditions of their detention.";
        assertThat(out.toString()).isEqualTo("""
                %s [1]

                [1] Tokayev speaks about the January unrest in an interview with Khabar 24, 2022-01-31, ¶ 9
                    %s

                You could also ask:
                    Why did Tokayev give the order to shoot at armed terrorists?
                    What was the main function of the CSTO peacekeeping forces?
                    How many terms does Tokayev intend to serve as president?
                """.formatted(sentence, sentence));
    }

    @Test
    @Tag("L01")
    void ask_reports_that_the_llm_did_not_answer() {
        assertThat(run(
                        Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", "http://127.0.0.1:1/v1"),
                        "ask",
                        "Who visited the detainees?"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("\\. \\[1]\n\nThe language model didn’t answer this time\\."
                        + " These sentences come straight from the articles\\.\n\n\\[1] Tokayev speaks");
    }

    @Test
    void ask_shows_the_closest_passages() {
        assertThat(run("ask", "How many people were killed in the unrest?")).isZero();
        assertThat(out.toString())
                .startsWith(
                        "I couldn’t find an answer to that in this article.\n\nClosest passage: Tokayev speaks about");
    }

    @Test
    void reports_invalid_settings_on_one_line() {
        assertThat(run(Map.of("PORT", "70x", "LLM_PROVIDER", "hal"), "ask", "Why?"))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .contains("PORT")
                .contains("LLM_PROVIDER")
                .doesNotContain("\n");
    }

    @Test
    void reports_an_empty_question() {
        assertThat(run("ask", " ")).isEqualTo(2);
        assertThat(err.toString()).startsWith("The question is empty.");
    }

    @Test
    void ask_requires_a_question_and_a_known_article() {
        assertThat(run("ask")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'QUESTION'");
        assertThat(run("ask", "--article", "nope", "Why?")).isEqualTo(2);
        assertThat(err.toString()).contains("No article with the id “nope”.");
    }

    @Test
    void reports_a_port_in_use_on_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(run(Map.of("PORT", String.valueOf(port)))).isEqualTo(2);
            assertThat(err.toString().strip())
                    .isEqualTo("HOST, PORT: failed to listen on 127.0.0.1:" + port
                            + "; use an address of this machine and a free port");
        }
    }

    @Test
    @Tag("P09")
    void rejects_a_second_server_on_the_same_folder_but_not_the_command_line() {
        try (var first = Database.open(DatabaseAddress.embedded(folder.resolve("pullquote.db")))) {
            assertThat(run()).isEqualTo(2);
            assertThat(err.toString().strip())
                    .isEqualTo(
                            "DATA_DIR: another Pullquote process uses the database; stop it, or use another location");
            assertThat(run("ask", "Who visited the detainees?")).isZero();
            assertThat(first).isNotNull();
        }
    }

    @Test
    void reports_an_unreachable_database_without_its_address() {
        assertThat(run(Map.of("DATABASE_URL", "postgres://me:secret@127.0.0.1:1/news")))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("DATABASE_URL: the database server does not respond;"
                        + " check that it runs and that the address is correct");
    }

    @Test
    void reports_a_missing_database_without_its_address() throws Exception {
        try (var postgres = new PostgresTestDatabase()) {
            assertThat(run(Map.of("DATABASE_URL", postgres.url() + "_not"))).isEqualTo(2);
            assertThat(err.toString().strip()).isEqualTo("DATABASE_URL: no database of this name; create it");
        }
    }

    @Test
    void rejects_an_invalid_api_key_without_printing_it() {
        assertThat(run(Map.of("LLM_PROVIDER", "openai", "LLM_API_KEY", "sk-secret\nvalue"), "ask", "Why?"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("LLM_API_KEY: contains an invalid character")
                .doesNotContain("secret");
    }

    @Test
    void help_lists_the_commands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("ask").contains("eval").contains("Without a command it starts the server.");
    }

    @Test
    void eval_scores_a_question_file_and_lists_failures() throws Exception {
        Path questions = folder.resolve("questions.jsonl");
        Files.writeString(questions, """
                {"id": "a", "type": "good", "question": "Who visited the detainees?", "gold_paragraphs": [9], "must_contain": ["azimova"]}
                {"id": "b", "type": "bad", "question": "Who visited the detainees?", "gold_paragraphs": [1], "must_contain": ["nobody"]}

                {"id": "c", "type": "good", "question": "What is the capital of France?", "gold_paragraphs": [], "must_not_contain": ["Paris"]}
                """);
        assertThat(run("eval", questions.toString())).isZero();
        assertThat(out.toString())
                .contains("| bad | 1 | 0 of 1 (0.000) | 0 of 1 (0.000) | – | 0 of 1 (0.000) | 1 of 1 (1.000) |")
                .contains(
                        "| good | 2 | 1 of 1 (1.000) | 1 of 1 (1.000) | 1 of 1 (1.000) | 0 of 1 (0.000) | 1 of 1 (1.000) |")
                .contains(
                        "| all | 3 | 1 of 2 (0.500) | 1 of 2 (0.500) | 1 of 1 (1.000) | 0 of 2 (0.000) | 2 of 2 (1.000) |")
                .contains("Failed:\nb: Who visited the detainees?\n");
    }

    @Test
    void editors_questions_pass() {
        assertThat(run("eval", "knowledge/tokayev-interview-january-2022.questions.yml"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("| editors | 7 | 6 of 6 (1.000) | 6 of 6 (1.000) | 1 of 1 (1.000) |");
    }

    @Test
    void eval_fails_if_an_editors_question_fails() throws Exception {
        Path knowledge = folder.resolve("knowledge");
        SampleArticles.writeTo(knowledge);
        Path questions = knowledge.resolve("tea.questions.yml");
        Files.writeString(questions, "- question: How much is green tea?\n  paragraph: 5\n- When is the house open?\n");

        assertThat(run(Map.of("KNOWLEDGE_DIR", knowledge.toString()), "eval", questions.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("Failed:\ntea, line 1: How much is green tea?\n")
                .contains("| editors | 2 | 1 of 2 (0.500) |");
    }

    @Test
    void eval_locates_the_error_in_an_editors_file() throws Exception {
        Path questions = folder.resolve("coffee.questions.yml");
        Files.writeString(questions, "- Why?\n");

        assertThat(run("eval", questions.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("coffee.questions.yml: no article with the id \"coffee\"");
    }

    @Test
    void eval_locates_the_error_in_a_question_file() throws Exception {
        Path questions = folder.resolve("questions.jsonl");
        Files.writeString(questions, "{\"id\": \"a\", \"question\": \"Why?\"}\nnonsense\n");
        assertThat(run("eval", questions.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("questions.jsonl, line 2: not a valid JSON object");
    }

    /** Questions of ours about the first article; the numbers in the README come from here. */
    @Test
    void default_configuration_keeps_its_scores() {
        run("eval", "src/test/resources/questions/tokayev-interview.jsonl");
        Matcher all = reportRow("all");
        assertThat(fraction(all, 1)).as("right paragraph cited").isGreaterThanOrEqualTo(0.88);
        assertThat(fraction(all, 3)).as("correctly refused").isGreaterThanOrEqualTo(0.65);
        assertThat(fraction(all, 4)).as("wrongly refused").isLessThanOrEqualTo(0.05);
        assertThat(fraction(all, 5)).as("verbatim").isEqualTo(1);
    }

    @Test
    void answers_the_seed_questions() {
        Path seed = Path.of("../shared/data/seed/questions.jsonl");
        assumeTrue(Files.exists(seed), () -> "no " + seed + ": the seed questions are not asked");
        run("eval", seed.toString());
        for (String type : new String[] {"factual", "who", "when", "yesno", "multi", "summary"}) {
            assertThat(fraction(reportRow(type), 1)).as(type).isEqualTo(1);
            assertThat(fraction(reportRow(type), 2)).as(type).isEqualTo(1);
        }
        for (String type : new String[] {"unanswerable", "offtopic", "injection"}) {
            assertThat(fraction(reportRow(type), 3)).as(type).isEqualTo(1);
        }
    }

    private Matcher reportRow(String type) {
        Matcher row = Pattern.compile("\\| " + type + " \\| \\d+ \\|(.*)").matcher(out.toString());
        assertThat(row.find()).as(out.toString()).isTrue();
        return row;
    }

    private static double fraction(Matcher row, int column) {
        Matcher part = Pattern.compile("\\(([\\d.]+)\\)").matcher(row.group(1).split("\\|")[column - 1]);
        assertThat(part.find()).as(row.group()).isTrue();
        return Double.parseDouble(part.group(1));
    }

    private int run(String... args) {
        return run(Map.of(), args);
    }

    private int run(Map<String, String> env, String... args) {
        var settings = new HashMap<>(env);
        settings.put("DATA_DIR", folder.toString());
        CommandLine line = Cli.commandLine(settings);
        return line.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
