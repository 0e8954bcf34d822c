package pullquote.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** Tests which paragraphs are sent to the model. */
class PromptContextTest {
    private static final Article SHORT = article("short", 6, 20);
    private static final Article LONG = article("long", 60, 600);

    @Test
    void selects_the_whole_article_if_the_user_chose_it_and_it_fits() throws Exception {
        PromptContext context = PromptContext.select(about(SHORT), List.of(passage(SHORT, 5)));

        assertThat(paragraphs(context)).containsExactly(List.of(1, 2, 3, 4, 5, 6));
    }

    @Test
    void selects_passages_and_their_neighbours_if_the_article_does_not_fit() throws Exception {
        PromptContext context = PromptContext.select(about(LONG), List.of(passage(LONG, 30), passage(LONG, 1)));

        assertThat(paragraphs(context)).containsExactly(List.of(29, 30, 31), List.of(1, 2));
        assertThat(context.groups().get(0))
                .extracting(PromptContext.PromptParagraph::isRetrieved)
                .containsExactly(false, true, false);
    }

    @Test
    void groups_adjacent_passages_at_the_rank_of_the_better_one() throws Exception {
        PromptContext context = PromptContext.select(
                Question.of("What happened?"),
                List.of(passage(SHORT, 4), passage(LONG, 9), passage(SHORT, 2), passage(LONG, 12)));

        assertThat(paragraphs(context)).containsExactly(List.of(1, 2, 3, 4, 5), List.of(8, 9, 10, 11, 12, 13));
    }

    @Test
    void neighbours_never_displace_a_passage() throws Exception {
        var wide = article("wide", 60, 1_180);

        PromptContext context = PromptContext.select(
                Question.of("What happened?"),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> passage(wide, 3 * i - 1))
                        .toList());

        assertThat(context.groups().stream().flatMap(List::stream).filter(PromptContext.PromptParagraph::isRetrieved))
                .hasSize(20);
    }

    private static Question about(Article article) {
        return Question.of("What happened?", Optional.empty(), Optional.of(article.id()));
    }

    private static Passage passage(Article article, int paragraph) {
        return new Passage(article, article.paragraphs().get(paragraph - 1), 1);
    }

    private static List<List<Integer>> paragraphs(PromptContext context) {
        return context.groups().stream()
                .map(group -> group.stream()
                        .map(paragraph -> paragraph.paragraph().number())
                        .toList())
                .toList();
    }

    private static Article article(String id, int paragraphs, int length) {
        return new Article(
                id,
                FrontMatter.ofTitle(id),
                IntStream.range(0, paragraphs).mapToObj(i -> "x".repeat(length)).toList());
    }
}
