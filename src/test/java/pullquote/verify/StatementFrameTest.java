package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.answer.DraftSentence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.retrieval.Passage;

/** What an article leaves open, reports without a speaker, or joins with "or" stays so in an answer. */
class StatementFrameTest {
    private static final Article MILL = new Article(
            "mill",
            FrontMatter.ofTitle("Fire at the mill"),
            List.of(
                    "It is reported that Commissioner Elvira Azimova visited the detention center on Monday.",
                    "Two firefighters and a guard were injured, chief Anna Krug said. She said it is too early to say"
                            + " whether the fire was set on purpose.",
                    "There were rumours that the owner had sold the land. The Lund Gazette called the mill a death trap.",
                    "Doctor Mia Berg said it was too early to say whether the guard would recover. The council plans to"
                            + " rebuild the mill and the bridge by 2030.",
                    "Per Holm asked the council for tax relief or a new site."));
    private static final List<Passage> PASSAGES =
            MILL.paragraphs().stream().map(p -> new Passage(MILL, p, 1)).toList();

    private final ClaimVerifier verifier = new ClaimVerifier();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said that Commissioner Elvira Azimova visited the detention center on Monday.",
                "She reported that Commissioner Elvira Azimova visited the detention center on Monday.",
                "The owner had sold the land.",
                "The owner sold the land.",
                "The mill was a death trap.",
                "The fire was set on purpose.",
                "Doctor Mia Berg said the guard would recover.",
                "The guard would recover.",
                "Two firefighters or a guard were injured, chief Anna Krug said.",
                "The council plans to rebuild the mill or the bridge by 2030.",
                "Per Holm asked the council for tax relief and a new site.",
            })
    void claims_that_say_more_than_the_article_are_rejected(String claim) {
        assertThat(verifier.verify(new DraftSentence(claim, List.of()), PASSAGES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is reported that Commissioner Elvira Azimova visited the detention center.",
                "There were rumours that the owner had sold the land.",
                "Two firefighters and a guard were injured, Anna Krug said.",
                "The council plans to rebuild the mill and the bridge by 2030.",
                "The council plans to rebuild the bridge and the mill.",
                "Per Holm asked the council for a new site or tax relief.",
            })
    void true_paraphrases_are_shown(String claim) {
        assertThat(verifier.verify(new DraftSentence(claim, List.of()), PASSAGES))
                .isPresent();
    }
}
