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

/** A Russian or Kazakh question to an English article gets a sentence that answers it, or none. */
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

    private static String first(Answer answer) {
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
    void theFirstSentenceAnswers(String article, String question, String words) {
        assertThat(first(ask(article, question))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokayev-interview-january-2022 | Кто такая Эльвира Азимова? | Commissioner for Human Rights
            burkitti-heating               | Тимур Аскаров кім?         | a worker, Timur Askarov
            """)
    void whoSomebodyIsIsToldWhereTheyAreNamedFirst(String article, String question, String words) {
        assertThat(first(ask(article, question))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokayev-interview-january-2022 | Содырларды кім дайындады?           | they are told to be trained, and not by whom
            tokayev-interview-january-2022 | Кто возглавляет партию Нур Отан?    | the head is one of the state
            tokayev-interview-january-2022 | Азимова тұтқындар туралы не айтты?  | it is reported that she met them
            sarybastau-flood               | Когда построят новый мост?          | it is houses that will be built
            sarybastau-flood               | Сколько коров потеряла Садуова?     | somebody else lost some
            kokzhiek-verdict               | Сколько лет прокурору?              | twelve years are what he asked for
            karasai-marathon               | Былтыр жарыста кім жеңді?           | it is told who won another year
            zhasyl-school                  | Мектеп директоры кім?               | it is the department's that is named
            tersek-plant                   | Когда Морозкин стал директором завода? | when he announced something is told
            tersek-plant                   | Что Маркетти сказала о долгах завода?  | somebody else spoke of them
            """)
    void whatOnlySharesItsWordsIsNoAnswer(String article, String question, String because) {
        assertThat(ask(article, question).isAnswered()).as(because).isFalse();
    }

    /** "His lawyer" is Baimuratov's, as the sentence before tells. */
    @Test
    void anAnswerIsNotLostBehindWhatItLeansOn() {
        Answer answer = ask("kokzhiek-verdict", "Кто адвокат Баймуратова?");
        assertThat(answer.sentences())
                .extracting(sentence -> sentence.text())
                .containsExactly(
                        "Baimuratov, 57, denies any wrongdoing.",
                        "His lawyer, Katherine Ashdown, said that the defence would appeal within fifteen days.");
    }

    /** Morozkin opens his sentence, where every word has a capital. */
    @Test
    void whoSaidItIsNamedEvenAtTheBeginningOfASentence() {
        assertThat(first(ask("tersek-plant", "Зауыт 2023 жылы неше трактор сатты?")))
                .startsWith("Morozkin blamed the cuts");
    }
}
