package pullquote.conversation.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.SampleArticles;
import pullquote.article.Article;
import pullquote.article.FrontMatter;

/** Tests which sentences are turned into questions. */
class GeneratedQuestionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It is reported that Commissioner Azimova visited the detention center to meet with the detainees. | Who visited the detention center?
                    During the interview, Tokayev reiterated that the nation needs several strong parties.            | What did Tokayev say about the nation?
                    The President spoke about the consequences of the attacks.                                        | What did the President say about the consequences of the attacks?
                    The bridge was built in 1962.                                                                     | When was the bridge built?
                    """)
    void generatesAQuestionFromASimpleSentence(String sentence, String question) {
        assertThat(questionsFor(sentence)).containsExactly(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He visited the pre-trial detention center.",
                "The minister visited their new school building.",
                "Tokayev said that he intends to serve two terms.",
                "Harvard College won the national sailing championships.",
                "The director runs several arts, cultural, and scientific museums.",
                "“We wanted a place without music,” said Aigul Serik, its owner.",
                "There was no force used against the demonstrators, the President stated.",
                "Nobody was hurt."
            })
    void skipsSentencesThatMakeAwkwardQuestions(String sentence) {
        assertThat(questionsFor(sentence)).isEmpty();
    }

    @Test
    void generatesQuestionsForEnglishOnly() {
        assertThat(GeneratedQuestion.generate(SampleArticles.MARKET)).isEmpty();
    }

    private static List<String> questionsFor(String sentence) {
        return GeneratedQuestion.generate(new Article("a", FrontMatter.ofTitle("A"), List.of(sentence))).stream()
                .map(GeneratedQuestion::text)
                .toList();
    }
}
