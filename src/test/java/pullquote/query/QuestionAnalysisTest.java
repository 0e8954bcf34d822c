package pullquote.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the analysis of questions. */
class QuestionAnalysisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who opened the tea house?                          | PERSON",
                "To whom does the bridge belong?                    | PERSON",
                "Which minister opened the bridge?                  | PERSON",
                "When was the bridge opened?                        | DATE",
                "In what year was the bridge opened?                | DATE",
                "The bridge was opened in which month?              | DATE",
                "Where does the tea come from?                      | PLACE",
                "Which city has the oldest bridge?                  | PLACE",
                "Which countries sent troops?                       | COUNTRY",
                "How many cups were sold?                           | COUNT",
                "What is the population of Almaty?                  | AMOUNT",
                "How tall is the bridge?                            | AMOUNT",
                "How much tea is sold?                              | AMOUNT",
                "How much does a cup cost?                          | MONEY",
                "How old is the owner?                              | AGE",
                "How long did the works last?                       | DURATION",
                "How often does the ferry go?                       | FREQUENCY",
                "Why was the bridge closed?                         | REASON",
                "How is tea made?                                   | MANNER",
                "Was the bridge closed?                             | YES_NO",
                "Did the owner sell the house?                      | YES_NO",
                "Is the bridge open or closed?                      | THING",
                "What did the owner see?                            | THING",
                "What does the owner say about tea?                 | VIEWS",
                "What is the owner's opinion on coffee?             | VIEWS",
                "How does the mayor defend the closure?             | VIEWS",
                "Quote the owner on tea                             | QUOTE",
                "What were the mayor's exact words?                 | QUOTE",
                "Summarise the article in three sentences.          | SUMMARY",
                "Please give me a short summary                     | SUMMARY",
                "What is this article about?                        | SUMMARY",
                "What are the main points?                          | SUMMARY",
                "bridge closed                                      | THING",
            })
    void detectsTheAnswerType(String question, AnswerType type) {
        assertThat(QuestionAnalysis.of(question.strip(), "en").answerType()).isEqualTo(type);
    }

    @Test
    void keepsOnlyContentWords() {
        assertThat(QuestionAnalysis.of("Could you please tell me who visited the detainees?", "en")
                        .stems())
                .containsExactlyInAnyOrder("visit", "detaine");
    }

    @Test
    void separatesTheSpeakerFromTheTopicOfViews() {
        QuestionAnalysis analysis = QuestionAnalysis.of("What does Tokayev say about the investigation?", "en");
        assertThat(analysis.focus()).containsExactly("tokayev");
        assertThat(analysis.stems()).containsExactly("investig");
    }

    @Test
    void hasTheCountedNounAsFocus() {
        assertThat(QuestionAnalysis.of("How many people were killed?", "en").focus())
                .containsExactly("peopl");
    }

    @Test
    void treatsQuestionsInUnsupportedLanguagesAsGeneric() {
        QuestionAnalysis analysis = QuestionAnalysis.of("Wer besuchte die Gefangenen?", "de");
        assertThat(analysis.answerType()).isEqualTo(AnswerType.THING);
        assertThat(analysis.stems()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ru | Кто посетил задержанных?                        | PERSON
        ru | Кто остался на улицах, когда ушли протестующие? | PERSON
        ru | В каком году построили завод?                   | DATE
        ru | Сколько стоит билет?                            | MONEY
        ru | Сколько домов затопило?                         | COUNT
        ru | Что Токаев сказал о реформах?                   | VIEWS
        ru | О чём эта статья?                               | SUMMARY
        kk | Қамаудағыларға кім барды?                       | PERSON
        kk | Зауыт қай жылы салынды?                         | DATE
        kk | Неше үйді су басты?                             | COUNT
        kk | Тоқаев реформалар туралы не айтты?              | VIEWS
        kk | Олар оқ атты ма?                                | YES_NO
        tr | Köprü ne zaman yapıldı?                         | DATE
        """)
    void detectsTheAnswerTypeInRussianKazakhAndTurkish(String language, String question, AnswerType type) {
        assertThat(QuestionAnalysis.of(question, language).answerType()).isEqualTo(type);
    }
}
