package pullquote.conversation.followup;

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
import pullquote.answer.Question;
import pullquote.conversation.Cited;
import pullquote.conversation.Exchange;

/** What is made of a second question. */
class FollowUpsTest {
    private static final String VISIT =
            "It is reported that Commissioner for Human Rights Elvira Azimova and human rights"
                    + " activist Zhemis Turmagambetova visited the pre-trial detention center to meet with the detainees.";

    private final FollowUps followUps = new FollowUps();

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
    void whatLeansOnTheQuestionBeforeStandsAlone(String before, String asked, String meant) {
        assertThat(standalone(asked, exchange(before))).isEqualTo(meant);
    }

    @Test
    void theyAreThoseWhoDidWhatWasAskedAbout() {
        assertThat(standalone("What were they looking into there?", exchange("Who visited the detainees?", VISIT)))
                .isEqualTo("What were Commissioner for Human Rights Elvira Azimova and human rights activist Zhemis"
                        + " Turmagambetova looking into at the pre-trial detention center?");
    }

    @Test
    void itIsStillWhatWasAskedAboutTwoQuestionsAgo() {
        Exchange first = exchange("What is the Nur Otan Party?");
        Exchange second = new Exchange(
                "2",
                "When was it founded?",
                "When was the Nur Otan Party founded?",
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH);

        assertThat(standalone("Who leads it?", first, second)).isEqualTo("Who leads the Nur Otan Party?");
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
    void aQuestionThatStandsAloneTakesNothingFromBefore(String asked) {
        assertThat(standalone(asked, exchange("What is the Nur Otan Party?"))).isEqualTo(asked);
    }

    @Test
    void ofOurOwnQuestionsAskedOneAfterTheOtherHardlyOneIsChanged() throws IOException {
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
                .filter(i -> !standalone(questions.get(i), exchange(questions.get(i - 1)))
                        .equals(questions.get(i)))
                .peek(i -> System.out.println(
                        questions.get(i) + " -> " + standalone(questions.get(i), exchange(questions.get(i - 1)))))
                .count();

        assertThat(changed).isLessThanOrEqualTo(questions.size() * 2 / 100);
    }

    @Test
    void theFirstQuestionIsTakenAsItIs() {
        assertThat(standalone("And why?")).isEqualTo("And why?");
        assertThat(expansion("And why?")).isEmpty();
    }

    @Test
    void whatTheFirstQuestionNamedCountsMoreThanWhatMeansLittleOrWasOnlyTold() {
        Map<String, Double> expansion = expansion(
                "Is it treatable?",
                exchange("What is throat cancer?"),
                exchange("What kinds are there?", "Doctors know carcinomas."));

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
    void whatLeansOnNothingIsSearchedForAlone(String asked) {
        assertThat(expansion(asked, exchange("What is the Nur Otan Party?"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tell me about running.                  | That sounds exhausting. Is there more?
            When was the fair held in Almaty?       | What about for great whites?
            What were the similarities between the studies? | What about the BBC experiment?
            What should I do next?                  | How about my diet, what should I consider changing?
            What causes stigma?                     | What about the causes in North America?
            """)
    void whereNothingGivesWayTheQuestionIsLeftAsItWasAsked(String before, String asked) {
        assertThat(standalone(asked, exchange(before))).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is throat cancer?                  | Can it be what caused them?    | Can throat cancer be what caused them?
            What do Spanish people eat?             | How about on Christmas Eve?    | What do Spanish people eat on Christmas Eve?
            Tell me about throat cancer.            | How is it treated?             | How is throat cancer treated?
            """)
    void whatIsPutInIsPutInOnceAndIsNoVerb(String before, String asked, String meant) {
        assertThat(standalone(asked, exchange(before))).isEqualTo(meant);
    }

    private Map<String, Double> expansion(String asked, Exchange... before) {
        return followUps.standalone(Question.of(asked), List.of(before)).expansion();
    }

    private String standalone(String asked, Exchange... before) {
        return followUps.standalone(Question.of(asked), List.of(before)).text();
    }

    private static Exchange exchange(String question, String... quotes) {
        return new Exchange(
                "1",
                question,
                question,
                Optional.empty(),
                List.of(quotes),
                List.of(quotes).stream()
                        .map(quote -> new Cited("article", "v", 1, 0, quote.length(), quote))
                        .toList(),
                Instant.EPOCH);
    }
}
