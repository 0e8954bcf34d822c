package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.DefaultProduct;
import pullquote.answer.Answer;
import pullquote.article.Article;
import pullquote.article.KnowledgeFolder;
import pullquote.query.Question;

/** Tests that Russian and Kazakh questions about English articles get a sentence that answers them, or no answer. */
class WordByWordTranslationTest {
    private static final DefaultProduct NEWS = DefaultProduct.withArticles(articles());

    private static Article[] articles() {
        return Stream.of("knowledge", "src/test/resources/proof/articles")
                .flatMap(folder -> KnowledgeFolder.load(Path.of(folder)).library().articles().stream())
                .toArray(Article[]::new);
    }

    private static Answer ask(String article, String question) {
        return NEWS.ask(Question.of(question, Optional.empty(), Optional.of(article)));
    }

    private static String firstSentence(Answer answer) {
        return answer.sentences().stream()
                .findFirst()
                .map(sentence -> sentence.text())
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tokayev-interview-january-2022 | Президент қашан сұхбат берді?                      | on Jan. 29
        tokayev-interview-january-2022 | Когда Токаев дал интервью?                         | on Jan. 29
        tokayev-interview-january-2022 | Демонстранттарға қарсы күш қолданылды ма?          | no force used
        tokayev-interview-january-2022 | Содырлардың шабуылы жоспарланған ба еді?           | planned
        tokayev-interview-january-2022 | Тұтқындарға кім барды?                             | Azimova
        sarybastau-flood               | Сколько денег получит каждая семья, чей дом разрушен? | 950,000 tenge
        sarybastau-flood               | Құтқарушылар неше баланы көшірді?                  | 1,150 children
        kokzhiek-verdict               | Банкті кім құрды?                                  | Baimuratov founded the bank
        tersek-plant                   | Куда перенесли покрасочный цех?                    | Rudnaya
        """)
    void firstSentenceAnswersTheQuestion(String article, String question, String words) {
        assertThat(firstSentence(ask(article, question))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tokayev-interview-january-2022 | Кто такая Эльвира Азимова? | Commissioner for Human Rights
        burkitti-heating               | Тимур Аскаров кім?         | a worker, Timur Askarov
        """)
    void introducesAPersonWithTheSentenceThatNamesThemFirst(String article, String question, String words) {
        assertThat(firstSentence(ask(article, question))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tokayev-interview-january-2022 | Содырларды кім дайындады?           | the article does not say who trained them
        tokayev-interview-january-2022 | Кто возглавляет партию Нур Отан?    | the article only has a head of state
        tokayev-interview-january-2022 | Азимова тұтқындар туралы не айтты?  | the article only reports that she met them
        sarybastau-flood               | Когда построят новый мост?          | the article is about building houses
        sarybastau-flood               | Сколько коров потеряла Садуова?     | another person lost cows
        kokzhiek-verdict               | Сколько лет прокурору?              | he asked for twelve years for the defendant
        karasai-marathon               | Былтыр жарыста кім жеңді?           | the article names the winner of another year
        zhasyl-school                  | Мектеп директоры кім?               | the article names the head of the department
        tersek-plant                   | Когда Морозкин стал директором завода? | the date is that of an announcement
        tersek-plant                   | Что Маркетти сказала о долгах завода?  | another person spoke about them
        """)
    void doesNotAnswerWithASentenceThatOnlySharesWords(String article, String question, String reason) {
        assertThat(ask(article, question).isAnswered()).as(reason).isFalse();
    }

    /** "His" refers to Baimuratov, whom the previous sentence names. */
    @Test
    void returnsTheAnswerAfterTheSentenceItDependsOn() {
        Answer answer = ask("kokzhiek-verdict", "Кто адвокат Баймуратова?");
        assertThat(answer.sentences())
                .extracting(sentence -> sentence.text())
                .containsExactly(
                        "Baimuratov, 57, denies any wrongdoing.",
                        "His lawyer, Katherine Ashdown, said that the defence would appeal within fifteen days.");
    }

    /** Morozkin is the first word of the sentence, where every word is capitalized. */
    @Test
    void recognizesAnAnsweringNameAtTheStartOfASentence() {
        assertThat(firstSentence(ask("tersek-plant", "Зауыт 2023 жылы неше трактор сатты?")))
                .startsWith("Morozkin blamed the cuts");
    }
}
