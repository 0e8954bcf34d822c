package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.QuestionAnalysis;
import pullquote.text.Span;
import pullquote.text.Word;

/** Tests that a sentence with the expected answer type is distinguished from one without. */
class AnswerTypeMatcherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many people came?           | Some 300 people came.                                |  1",
                "How many people came?           | Three people came.                                   |  1",
                "How many people came?           | Several people came.                                 |  1",
                "How many people came?           | People came on Jan. 29 for the 21st time.            | -1",
                "How many people came?           | He told Khabar 24 that people came in 1998.          | -1",
                "How many people came?           | There was no plan for the people who came.           | -1",
                "How much did the damage cost?   | The damage cost 20 million tenge.                    |  1",
                "How much did the damage cost?   | The damage of 20 shops was great.                    | -1",
                "When did it open?               | It opened on Jan. 7.                                 |  1",
                "When did it open?               | It opened in 1998.                                   |  1",
                "When did it open?               | It opened after the war.                             |  0",
                "When did it open?               | It may open.                                         | -1",
                "When did it open?               | It opened at 6 p.m. to all.                          |  1",
                "When did it open?               | It opened that evening.                              |  0",
                "Which countries sent troops?    | Armenia and Belarus sent troops.                     |  1",
                "Which countries sent troops?    | The neighboring countries sent troops.               | -1",
                "Who interviewed Tokayev?        | In an interview President Tokayev spoke of it.       | -1",
                "Who interviewed Tokayev?        | Tokayev was interviewed by Aidos Umarov.             |  1",
                "How old is the owner?           | The owner was born in Almaty.                        |  1",
                "How old is the owner?           | The owner has two houses.                            | -1",
                "How old is the owner?           | The owner, 57, has two houses.                       |  1",
                "How old is the owner?           | The owner was a poet at 12.                          |  1",
                "How old is the owner?           | The owner has asked for twelve years.                |  0",
                "How long did it last?           | It lasted two weeks.                                 |  1",
                "How long did it last?           | It lasted in memory.                                 | -1",
                "Where is the tea house?         | The tea house stands in Almaty.                      |  1",
                "Where is the tea house?         | The tea house is good.                               | -1",
            })
    void matchesTheExpectedAnswerType(String question, String sentence, int match) {
        assertThat(AnswerTypeMatcher.matchScore(
                        sentence(sentence.strip()), QuestionAnalysis.of(question.strip(), "en")))
                .isEqualTo(match);
    }

    private static SourceSentence sentence(String text) {
        var article = new Article("a", FrontMatter.ofTitle("A"), List.of(text));
        var evidence = new Evidence(article, article.paragraphs().get(0), new Span(0, text.length()));
        List<Word> words = Word.tokenize(text, "en");
        return new SourceSentence(evidence, 0, text, words, Word.stems(words), new float[] {1});
    }
}
