package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.answer.Answer;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;

/** Readers of Russian and Kazakh, with articles in their language and in English, without any model. */
class ReaderLanguagesTest {
    private static final Article RUSSIAN = article(
            "reka",
            "ru",
            "Река Кызылозен вышла из берегов в субботу ночью и затопила 1240 домов в городе Сарыбастау.",
            "Спасатели эвакуировали 4300 жителей, среди них 1150 детей. Их разместили в шести школах.",
            "«Плотина не разрушена и не разрушится», – заявила начальник департамента Айгерим Садуова. Она объяснила"
                    + " паводок внезапной оттепелью.",
            "Губернатор Даулет Кенжебек прибыл в город в понедельник. Он пообещал построить 300 новых домов.");
    private static final Article KAZAKH = article(
            "ozen",
            "kk",
            "Қызылөзен өзені сенбі түні арнасынан асып, Сарыбастау қаласында 1240 үйді су басты.",
            "Құтқарушылар 4300 тұрғынды көшірді, олардың 1150-і бала. Оларды алты мектепке орналастырды.",
            "«Бөген бұзылған жоқ», – деді департамент басшысы Айгерім Садуова. Ол су тасқынын күннің кенет жылынуымен"
                    + " түсіндірді.",
            "Облыс әкімі Дәулет Кенжебек дүйсенбі күні қалаға келді. Ол 300 жаңа үй салуға уәде берді.");
    private static final DefaultProduct RUSSIAN_AND_KAZAKH_NEWS = DefaultProduct.withArticles(RUSSIAN, KAZAKH);
    private static final DefaultProduct INTERVIEW = DefaultProduct.withSeedArticle();

    private static Article article(String id, String language, String... paragraphs) {
        var about = new FrontMatter(
                id,
                Optional.of(LocalDate.of(2023, 4, 18)),
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Article(id, about, List.of(paragraphs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Сколько домов затопило?                   | reka | 1 | 1240 домов
            Сколько жителей эвакуировали?             | reka | 2 | 4300 жителей
            Что сказала Садуова о плотине?            | reka | 3 | не разрушится
            Когда губернатор приехал в город?         | reka | 4 | в понедельник
            Қанша үйді су басты?                      | ozen | 1 | 1240 үйді
            Құтқарушылар неше тұрғынды көшірді?       | ozen | 2 | 4300 тұрғынды
            Садуова бөген туралы не айтты?            | ozen | 3 | бұзылған жоқ
            Облыс әкімі қалаға қашан келді?           | ozen | 4 | дүйсенбі
            """)
    void quotes_an_article_in_the_readers_language(String question, String article, int paragraph, String words) {
        Answer answer = RUSSIAN_AND_KAZAKH_NEWS.ask(question);

        assertThat(answer.isAnswered()).as(answer.text()).isTrue();
        assertThat(answer.citations()).anySatisfy(citation -> {
            assertThat(citation.evidence().article().id()).isEqualTo(article);
            assertThat(citation.evidence().paragraph().number()).isEqualTo(paragraph);
            assertThat(citation.evidence().quote()).contains(words);
        });
        assertThat(answer.leadIn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Сколько стоил мост?",
                "Кто выиграл чемпионат мира по футболу?",
                "Сколько лет Кенжебеку?",
                "Что сказал Иванов о плотине?",
                "Көпір қанша тұрады?",
                "Әлем чемпионатында кім жеңді?",
                "Ахметов бөген туралы не айтты?"
            })
    void does_not_answer_what_the_articles_do_not_say(String question) {
        assertThat(RUSSIAN_AND_KAZAKH_NEWS.ask(question).text())
                .isIn(
                        "Не удалось найти ответ на этот вопрос. Просмотрено статей: 2.",
                        "В статьях ничего об этом не нашлось. Просмотрено статей: 2.",
                        "Осы 2 мақаладан сұрағыңыздың жауабын таба алмадым.",
                        "Осы 2 мақаладан ол туралы ештеңе таппадым.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Сколько сроков Токаев намерен быть президентом? | 14 | Словами самой статьи, на её языке:
            Стреляли ли миротворцы ОДКБ?                    | 12 | Словами самой статьи, на её языке:
            Кто посетил задержанных?                        |  9 | Словами самой статьи, на её языке:
            ҰҚШҰ бітімгерлері оқ атты ма?                   | 12 | Мақаланың өз сөзімен, өз тілінде:
            Нұр Отан партиясының съезі қашан өтті?          | 13 | Мақаланың өз сөзімен, өз тілінде:
            """)
    void quotes_an_english_article_with_a_lead_in_in_the_readers_language(
            String question, int paragraph, String leadIn) {
        Answer answer = INTERVIEW.ask(question);

        assertThat(answer.isAnswered()).isTrue();
        assertThat(answer.citations())
                .extracting(citation -> citation.evidence().paragraph().number())
                .contains(paragraph);
        assertThat(answer.leadIn()).contains(leadIn);
        assertThat(answer.language()).isEqualTo("en");
        assertThat(answer.text()).doesNotContain(leadIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Сколько человек погибло во время беспорядков?",
                "Почему лингвисты оспаривают этимологию?",
                "Президент кімге тапсырма берді?",
                "Қаңтар оқиғасында қанша полиция қызметкері қаза тапты?",
                "Назарбаев не деді?"
            })
    void declines_uncertain_translations_in_the_readers_language(String question) {
        Answer answer = INTERVIEW.ask(question);

        assertThat(answer.reason()).contains(NoAnswerReason.UNSUPPORTED_LANGUAGE);
        assertThat(answer.text())
                .isIn(
                        "Не могу ответить уверенно: эта статья на другом языке. Переформулируйте вопрос или задайте его на"
                                + " языке статьи.",
                        "Сенімді жауап бере алмаймын: бұл мақала басқа тілде. Сұрақты басқаша қойыңыз немесе мақаланың"
                                + " тілінде сұраңыз.");
    }

    @Test
    void assumes_the_page_language_for_a_name_alone() {
        assertThat(Question.of("Токаев?", Optional.empty(), Optional.of("kk"), Optional.empty())
                        .language())
                .isEqualTo("kk");
        assertThat(Question.of("Что сказал Токаев?", Optional.empty(), Optional.of("kk"), Optional.empty())
                        .language())
                .isEqualTo("ru");
    }
}
