package pullquote.query.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.query.Question;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;

/** Tests the rule-based rewriting of follow-up questions. */
class RuleBasedQueryRewriterTest {
    private static final String VISIT_QUOTE =
            "It is reported that Commissioner for Human Rights Elvira Azimova and human rights activist Zhemis"
                    + " Turmagambetova visited the pre-trial detention center to meet with the detainees.";

    private final RuleBasedQueryRewriter rewriter = new RuleBasedQueryRewriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        When was the order given?                      | And why?                                | Why was the order given?
        When was the order given?                      | Where?                                  | Where was the order given?
        How many terms does Tokayev intend to serve?   | Why?                                    | Why does Tokayev intend to serve?
        What did Tokayev say about the CSTO?           | What about the protesters?              | What did Tokayev say about the protesters?
        What did Tokayev say about the CSTO?           | And about the investigation?            | What did Tokayev say about the investigation?
        How many terms does Tokayev intend to serve?   | What about the CSTO?                    | What about the CSTO?
        Who visited the detainees?                     | Who else?                               | Who else visited the detainees?
        What is the Nur Otan Party?                    | When was it founded?                    | When was the Nur Otan Party founded?
        What is the Nur Otan Party?                    | Who are its members?                    | Who are the Nur Otan Party’s members?
        What did Tokayev say about the riot?           | What does he plan?                      | What does Tokayev plan?
        What did Tokayev say about the riot?           | And what are his reforms?               | What are Tokayev’s reforms?
        Who gave the order to shoot?                   | And who was on the streets by then?     | Who was on the streets by the time of the order?
        What is throat cancer?                         | Is it treatable?                        | Is throat cancer treatable?
        Tell me about the Bronze Age collapse.         | What are the causes?                    | What are the causes (the Bronze Age collapse)?
        """)
    void rewrites_a_follow_up_as_a_standalone_question(String previous, String asked, String expected) {
        assertThat(rewrite(asked, createTurn(previous))).isEqualTo(expected);
    }

    @Test
    void they_refers_to_the_people_who_did_it() {
        assertThat(rewrite("What were they looking into there?", createTurn("Who visited the detainees?", VISIT_QUOTE)))
                .isEqualTo("What were Commissioner for Human Rights Elvira Azimova and human rights activist Zhemis"
                        + " Turmagambetova looking into at the pre-trial detention center?");
    }

    @Test
    void it_can_refer_to_the_topic_two_questions_ago() {
        Turn first = createTurn("What is the Nur Otan Party?");
        Turn second = new Turn(
                "2",
                "When was it founded?",
                "When was the Nur Otan Party founded?",
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH);

        assertThat(rewrite("Who leads it?", first, second)).isEqualTo("Who leads the Nur Otan Party?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who visited the detainees?",
                "Did Tokayev say that he intends to serve two terms?",
                "Is it true that force was used against the demonstrators?",
                "What did the President say about his decision?",
                "Does the CSTO have its own mandate?",
                "Why did the riot start and how did it end?",
                "What is happening in Kazakhstan?",
                "Are there several parties in parliament?",
                "And who visited the detainees?",
                "Сколько сроков он намерен быть президентом?",
            })
    void leaves_a_standalone_question_unchanged(String asked) {
        assertThat(rewrite(asked, createTurn("What is the Nur Otan Party?"))).isEqualTo(asked);
    }

    @Test
    void rewrites_at_most_2_percent_of_standalone_questions() throws IOException {
        var json = new ObjectMapper();
        List<String> questions =
                Files.readAllLines(Path.of("src/test/resources/questions/tokayev-interview.jsonl")).stream()
                        .map(line -> {
                            try {
                                return json.readTree(line).get("question").asText();
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })
                        .toList();

        long changed = java.util.stream.IntStream.range(1, questions.size())
                .filter(i -> !rewrite(questions.get(i), createTurn(questions.get(i - 1)))
                        .equals(questions.get(i)))
                .peek(i -> System.out.println(
                        questions.get(i) + " -> " + rewrite(questions.get(i), createTurn(questions.get(i - 1)))))
                .count();

        assertThat(changed).isLessThanOrEqualTo(questions.size() * 2 / 100);
    }

    @Test
    void leaves_the_first_question_unchanged() {
        assertThat(rewrite("And why?")).isEqualTo("And why?");
        assertThat(expansion("And why?")).isEmpty();
    }

    @Test
    void weights_the_initial_topic_above_generic_or_answer_only_words() {
        Map<String, Double> expansion = expansion(
                "Is it treatable?",
                createTurn("What is throat cancer?"),
                createTurn("What kinds are there?", "Doctors know carcinomas."));

        assertThat(expansion.get("cancer"))
                .isGreaterThan(expansion.getOrDefault("kinds", 0.0))
                .isGreaterThan(expansion.getOrDefault("carcinomas", 0.0));
        assertThat(expansion).doesNotContainKeys("treatable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who gave the order to shoot at the demonstrators?",
                "What happened in January?",
                "Сколько сроков он намерен быть президентом?",
            })
    void does_not_expand_a_standalone_question(String asked) {
        assertThat(expansion(asked, createTurn("What is the Nur Otan Party?"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tell me about running.                  | That sounds exhausting. Is there more?
        When was the fair held in Almaty?       | What about for great whites?
        What were the similarities between the studies? | What about the BBC experiment?
        What should I do next?                  | How about my diet, what should I consider changing?
        What causes stigma?                     | What about the causes in North America?
        """)
    void leaves_the_question_unchanged_if_nothing_can_be_replaced(String previous, String asked) {
        assertThat(rewrite(asked, createTurn(previous))).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is throat cancer?                  | Can it be what caused them?    | Can throat cancer be what caused them?
        What do Spanish people eat?             | How about on Christmas Eve?    | What do Spanish people eat on Christmas Eve?
        Tell me about throat cancer.            | How is it treated?             | How is throat cancer treated?
        """)
    void inserts_each_antecedent_once_and_never_a_verb(String previous, String asked, String expected) {
        assertThat(rewrite(asked, createTurn(previous))).isEqualTo(expected);
    }

    private Map<String, Double> expansion(String asked, Turn... previous) {
        return rewriter.rewrite(Question.of(asked), List.of(previous)).expansion();
    }

    private String rewrite(String asked, Turn... previous) {
        return rewriter.rewrite(Question.of(asked), List.of(previous)).text();
    }

    private static Turn createTurn(String question, String... quotes) {
        return new Turn(
                "1",
                question,
                question,
                Optional.empty(),
                List.of(quotes),
                List.of(quotes).stream()
                        .map(quote -> new StoredCitation("article", "v", 1, 0, quote.length(), quote))
                        .toList(),
                Instant.EPOCH);
    }
}
