package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.SampleArticles;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.Verifier;
import pullquote.article.Article;
import pullquote.retrieval.Passage;
import pullquote.text.Span;

/** What is let through to readers, and what is not. */
class ClaimVerifierTest {
    private final Verifier verifier = new ClaimVerifier();

    static Stream<Evidence> everySentence() {
        return Stream.concat(Stream.of(InterviewArticle.ARTICLE), SampleArticles.ARTICLES.stream())
                .flatMap(article -> article.paragraphs().stream()
                        .flatMap(paragraph -> article.sentences(paragraph).stream()
                                .map(span -> new Evidence(article, paragraph, span))));
    }

    @ParameterizedTest
    @MethodSource("everySentence")
    void an_article_sentence_is_its_own_evidence(Evidence sentence) {
        var draft = new DraftSentence(sentence.quote(), List.of(sentence));

        assertThat(quotes(draft, List.of())).containsExactly(sentence.quote());
    }

    @ParameterizedTest
    @MethodSource("everySentence")
    void a_copied_sentence_cites_only_its_original(Evidence sentence) {
        Article article = sentence.article();
        List<Passage> passages = article.paragraphs().stream()
                .map(p -> new Passage(article, p, 1))
                .toList();

        assertThat(quotes(new DraftSentence(sentence.quote(), List.of()), passages))
                .containsExactly(sentence.quote());
    }

    @Test
    void a_partial_sentence_is_not_a_verbatim_quote() {
        Evidence whole = InterviewArticle.sentence(7, 1);
        int from = whole.quote().indexOf("force used");
        var half = new Evidence(
                whole.article(), whole.paragraph(), new Span(from, whole.quote().indexOf(", the President")));

        assertThat(half.quote()).isEqualTo("force used against the demonstrators");
        assertThat(quotes(new DraftSentence(half.quote(), List.of(half)), InterviewArticle.ALL_PASSAGES))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tokayev said that he intends to serve a maximum of two terms.                                    | 14.1
            Tokayev said he intends to serve as president a maximum of 2 terms.                              | 14.1
            President Tokayev said that he intends to serve a maximum of two terms.                          | 14.1
            A maximum of two terms is what Tokayev said he intends to serve.                                 | 14.1
            The attacks were planned.                                                                        | 4.2
            The CSTO peacekeeping contingent did not fire a single shot, Tokayev said.                       | 12.1
            Tokayev said that not a single shot was fired by the CSTO peacekeeping contingent.               | 12.1
            No force was used against the demonstrators, the President said.                                 | 7.1
            The President said that force was not used against the demonstrators.                            | 7.1
            Strategic facilities were to be protected: that was their main function.                         | 12.3
            The militants knew where law enforcement agencies had their buildings.                           | 4.1
            Zhemis Turmagambetova and Elvira Azimova reportedly visited the pre-trial detention center.      | 9.1
            It is reported that Elvira Azimova visited the pre-trial detention center.                       | 9.1
            It is reported that the pre-trial detention center was visited by Commissioner Elvira Azimova.   | 9.1
            “There was no unified algorithm,” he said of the heads of law enforcement agencies.              | 10.2
            The head of state announced plans to reform the parliamentary and party system in Kazakhstan.    | 13.1
            Many militants, including their leaders, left Almaty, he said.                                   | 6.2
            Tokayev reiterated that the nation needs several strong parties in parliament.                   | 13.2
            The nation, Tokayev reiterated, needs parties in parliament that are strong.                     | 13.2
            The militants knew the location of the buildings and the attacks were planned and coordinated.   | 4.1+4.2
            """)
    void a_true_paraphrase_cites_the_fewest_supporting_sentences(String claim, String rests) {
        assertThat(positions(new DraftSentence(claim, List.of()), InterviewArticle.ALL_PASSAGES))
                .isEqualTo(rests);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a number
                "Tokayev said that he intends to serve a maximum of three terms.",
                "Tokayev said that he intends to serve a maximum of one term.",
                "Tokayev said that he intends to serve a maximum of 3 terms.",
                "The head of state announced plans to reform the parliamentary system at the 22nd Congress.",
                "The head of state announced plans to reform the party system at the twenty-first Congress on Jan. 21.",
                "Tokayev gave 12 exclusive interviews to Khabar 24 TV channel, he reconfirmed.",
                "Not two shots were fired by the CSTO peacekeeping contingent, said Tokayev.",
                "The channel is Khabar 31, Tokayev reconfirmed in an exclusive interview.",
                "Tokayev said that he intends to serve as president a minimum of two terms.",
                "“All of the militants, including their leaders, left Almaty,” he said.",
                "Most militants, including their leaders, left Almaty, he said.",
                // a date
                "The President said he gave the order on Jan. 9 to shoot at armed terrorists.",
                "The President said he gave the order on Feb. 7 to shoot at armed terrorists.",
                "The President said he gave the order on January 29 to shoot at armed terrorists.",
                "The President said he gave the order on Jan. 7, 2021 to shoot at armed terrorists.",
                "Tokayev reconfirmed the planned attempt in an exclusive interview with Khabar 24 on Jan. 7.",
                "During the interview on Jan. 28, Tokayev reiterated that the nation needs several strong parties.",
                // a name or a place
                "Nazarbayev said that he intends to serve a maximum of two terms.",
                "President Nazarbayev said that he intends to serve a maximum of two terms.",
                "Kassym-Zhomart Tokayev said that he intends to serve a maximum of two terms.",
                "It is reported that Elvira Azimov visited the pre-trial detention center.",
                "It is reported that Commissioner Azimova visited the pre-trial detention center in Almaty.",
                "It is reported that Commissioner Tokayev visited the pre-trial detention center.",
                "Azimova said each case must be investigated.",
                "Not a single shot was fired by the NATO peacekeeping contingent, said Tokayev.",
                "Tokayev said that he intends to serve two terms in line with the Constitution of Uzbekistan.",
                "“Many of the militants, including their leaders, left Astana,” he said.",
                // a negation
                "The CSTO peacekeeping contingent fired a single shot, Tokayev said.",
                "There was force used against the demonstrators, the President stated.",
                "The President denied that there was no force used against the demonstrators.",
                "The attacks were not planned.",
                "The attacks were never planned and coordinated.",
                "Tokayev said that he doesn't intend to serve two terms.",
                "The President said law enforcement agencies did have a plan of action during the unrest.",
                "The President said he did not give the order on Jan. 7 to shoot at armed terrorists.",
                "The President said he did not give the order on Jan. 7 to shoot, law enforcement agencies had a plan.",
                "Tokayev said he wants to predict the outcome of the investigation.",
                "He said he “want to predict the outcome of the investigation”.",
                // a quoted word
                "“There was no unified plan,” he said of the heads of law enforcement agencies.",
                "‘There was no single algorithm,’ he said of the heads of law enforcement agencies.",
                "'There was no joint algorithm', he said of the heads of law enforcement agencies.",
                "„There was no joint algorithm“, he said of the heads of law enforcement agencies.",
                "“There was no joint algorithm, he said of the heads of law enforcement agencies.",
                // who said so
                "There was no force used against the demonstrators.",
                "Not a single shot was fired by the CSTO peacekeeping contingent.",
                "The nation needs several strong parties in parliament to have capable political leaders.",
                "The mission of the head of state is to make difficult decisions.",
                "Elvira Azimova visited the pre-trial detention center.",
                "Critics said that not a single shot was fired by the CSTO peacekeeping contingent.",
                "According to officials, not a single shot was fired by the CSTO peacekeeping contingent.",
                "Tokayev said that the involvement of the CSTO was in accordance with the organization’s mandate.",
                // nobody
                "The weather in Almaty was cold.",
                "President Kassym-Jomart Tokayev resigned.",
                "Tokayev said on Jan. 29 that he resigned.",
                "Tokayev said so.",
                "Tokayev.",
                "They died.",
                "It was so!",
            })
    void altered_and_invented_sentences_are_rejected(String claim) {
        assertThat(positions(new DraftSentence(claim, List.of()), InterviewArticle.ALL_PASSAGES))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It serves black tea with milk for 400 tenge.                            | 2.1
            It serves green tea for 350 tenge.                                      | 2.1
            It serves green tea for 350 dollars.                                    | -
            It serves green tea for $350.                                           | -
            It serves green tea for 35 tenge.                                       | -
            A tea house with 40 seats opened on Abay Street on 1 March.             | 1.1
            A tea house with forty seats opened on Abay Street on 1 May.            | -
            A tea house with 14 seats opened on Abay Street.                        | -
            Serik was a teacher for 20 years.                                       | 4.1
            Mrs. Serik worked for twenty years as a teacher.                        | 4.1
            Serik worked for twenty years as a teacher.                             | 4.1
            Mr. Serik worked for twenty years as a teacher.                         | -
            Mrs. Serik learned about tea from her grandmother in Turkistan.         | 4.1+4.2
            Mrs. Omarova learned about tea from her grandmother in Turkistan.       | -
            Mrs. Serik’s grandmother learned about tea in Turkistan.                | -
            Mrs. Omarova’s grandmother learned about tea from her in Serik.         | -
            She learned about tea from her grandmother in Serik.                    | -
            Serik’s grandmother taught her about tea in Tashkent.                   | -
            The house is open every day except Monday.                              | 5.1
            The house is open every day except Tuesday.                             | -
            The house is open from 9 p.m. to 8 a.m.                                 | -
            The house is open from 9 to 8 on Monday, a.m. and p.m.                  | -
            """)
    void numbers_units_and_people_must_match_the_article(String claim, String rests) {
        List<Passage> passages = SampleArticles.TEA.paragraphs().stream()
                .map(p -> new Passage(SampleArticles.TEA, p, 1))
                .toList();

        assertThat(positions(new DraftSentence(claim, List.of()), passages)).isEqualTo(rests);
    }

    @Test
    void a_wrong_citation_is_corrected() {
        var draft = new DraftSentence("The attacks were planned.", List.of(InterviewArticle.paragraphAsEvidence(9)));

        assertThat(positions(draft, InterviewArticle.passages(9, 4))).isEqualTo("4.2");
        assertThat(positions(draft, InterviewArticle.passages(9))).isEqualTo("-");
    }

    @Test
    void the_cited_passage_is_checked_first() {
        Article twice = TestArticles.withParagraphs(
                "The bridge was built in 1962.", "The bridge was built in 1962 by the city.");
        List<Passage> passages =
                twice.paragraphs().stream().map(p -> new Passage(twice, p, 1)).toList();
        var second = new Evidence(twice, twice.paragraphs().get(1), new Span(0, 41));

        assertThat(positions(new DraftSentence("In 1962 the bridge was built.", List.of(second)), passages))
                .isEqualTo("2.1");
        assertThat(positions(new DraftSentence("In 1962 the bridge was built.", List.of()), passages))
                .isEqualTo("1.1");
    }

    @Test
    void facts_from_two_passages_are_not_merged_into_one() {
        Article two =
                TestArticles.withParagraphs("Omarova opened a bakery in Taraz.", "Serik opened a tea house in Almaty.");
        List<Passage> passages =
                two.paragraphs().stream().map(p -> new Passage(two, p, 1)).toList();

        assertThat(positions(new DraftSentence("Omarova opened a tea house in Taraz.", List.of()), passages))
                .isEqualTo("-");
        assertThat(positions(new DraftSentence("Serik opened a bakery in Almaty.", List.of()), passages))
                .isEqualTo("-");
        assertThat(positions(
                        new DraftSentence("Omarova opened a bakery in Taraz and Serik opened a tea house.", List.of()),
                        passages))
                .isEqualTo("1.1+2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Токаев сказал, что намерен быть президентом не более двух сроков.",
                "Тоқаев екі мерзімнен артық президент болмайтынын айтты.",
            })
    void unverifiable_translations_are_rejected(String claim) {
        assertThat(positions(
                        new DraftSentence(claim, List.of(InterviewArticle.paragraphAsEvidence(14))),
                        InterviewArticle.ALL_PASSAGES))
                .isEqualTo("-");
    }

    @Test
    void a_russian_sentence_must_be_verbatim_from_a_russian_article() {
        List<Passage> passages = SampleArticles.MARKET.paragraphs().stream()
                .map(p -> new Passage(SampleArticles.MARKET, p, 1))
                .toList();
        String sentence = "С понедельника Зелёный базар будет открываться в семь часов утра.";

        assertThat(positions(new DraftSentence(sentence, List.of()), passages)).isEqualTo("1.1");
        assertThat(positions(new DraftSentence(sentence.replace("будет", "не будет"), List.of()), passages))
                .isEqualTo("-");
    }

    @Test
    void each_quote_matches_its_span() {
        var draft = new DraftSentence(
                "The militants knew the location of the buildings and the attacks were planned.", List.of());

        List<Evidence> evidence = verifier.verify(draft, InterviewArticle.ALL_PASSAGES)
                .orElseThrow()
                .evidence();

        assertThat(evidence).hasSize(2).allSatisfy(one -> {
            String text = InterviewArticle.ARTICLE
                    .paragraphs()
                    .get(one.paragraph().number() - 1)
                    .text();
            assertThat(text.substring(one.span().start(), one.span().end())).isEqualTo(one.quote());
        });
    }

    private List<String> quotes(DraftSentence draft, List<Passage> passages) {
        return verifier.verify(draft, passages).stream()
                .flatMap(proved -> proved.evidence().stream())
                .map(Evidence::quote)
                .toList();
    }

    /** As in {@code 14.1+14.2}: paragraphs and sentences, counted from 1; {@code -} if it is not proved. */
    private String positions(DraftSentence draft, List<Passage> passages) {
        return verifier.verify(draft, passages)
                .map(proved -> String.join(
                        "+",
                        proved.evidence().stream()
                                .map(ClaimVerifierTest::position)
                                .toList()))
                .orElse("-");
    }

    private static String position(Evidence one) {
        int sentence = one.article().sentences(one.paragraph()).indexOf(one.span()) + 1;
        return one.paragraph().number() + "." + sentence;
    }

    /** An article of a few paragraphs. */
    private static final class TestArticles {
        static Article withParagraphs(String... paragraphs) {
            return new Article("made-up", SampleArticles.BRIDGE.frontMatter(), Arrays.asList(paragraphs));
        }
    }
}
