package pullquote.eval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.article.Article;
import pullquote.article.CuratedQuestion;
import pullquote.article.Paragraph;

/**
 * A question with what a good answer to it has: one line of a question file.
 *
 * @param type groups questions in the table
 * @param goldArticle the id of the article that answers it; if absent, any article's paragraphs are right
 * @param goldParagraphs numbers of the paragraphs that answer it; none if nothing does
 * @param minGold how many of them must be cited; one if absent
 * @param mustContain the answer has one of these
 * @param mustContainAll and one of each of these
 * @param mustNotContain and none of these
 * @param article the id of the only article to answer from; if absent, all of them
 * @param after the id of the question asked before it in the same conversation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EvalCase(
        String id,
        String question,
        @Nullable String type,
        @Nullable String goldArticle,
        @Nullable List<Integer> goldParagraphs,
        @Nullable Integer minGold,
        @Nullable List<String> mustContain,
        @Nullable List<List<String>> mustContainAll,
        @Nullable List<String> mustNotContain,
        @Nullable String article,
        @Nullable String after) {
    /** Questions that gate: each of them must go right. */
    static final String CURATED = "editors";

    /** An editor's question about an article: any of its paragraphs is right if none is named. */
    static EvalCase of(CuratedQuestion question, Article article) {
        List<Integer> gold = question.isUnanswerable()
                ? List.of()
                : question.paragraph()
                        .map(List::of)
                        .orElseGet(() -> article.paragraphs().stream()
                                .map(Paragraph::number)
                                .toList());
        String id = article.id() + ", line " + question.line();
        return new EvalCase(
                id, question.text(), CURATED, article.id(), gold, null, null, null, null, article.id(), null);
    }

    boolean isAnswerable() {
        return !orEmpty(goldParagraphs).isEmpty();
    }

    String group() {
        return Optional.ofNullable(type).orElse("question");
    }

    boolean citesRightParagraph(Answer answer) {
        long right = answer.citations().stream()
                .map(Citation::evidence)
                .filter(evidence ->
                        isGold(evidence.article(), evidence.paragraph().number()))
                .map(evidence -> evidence.paragraph().number())
                .distinct()
                .count();
        return right >= Optional.ofNullable(minGold).orElse(1);
    }

    private boolean isGold(Article article, int paragraph) {
        return orEmpty(goldParagraphs).contains(paragraph) && (goldArticle == null || goldArticle.equals(article.id()));
    }

    boolean containsExpectedText(Answer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        return (orEmpty(mustContain).isEmpty() || containsAny(text, mustContain))
                && orEmpty(mustContainAll).stream().allMatch(some -> containsAny(text, some))
                && !containsAny(text, mustNotContain);
    }

    private static boolean containsAny(String text, @Nullable List<String> some) {
        return orEmpty(some).stream().anyMatch(one -> text.contains(one.toLowerCase(Locale.ROOT)));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
