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
 * A question with the expected properties of its answer: one line of a question file.
 *
 * @param type the group of the question in the report
 * @param goldArticle the id of the article that answers the question; if absent, any article may be cited
 * @param goldParagraphs the numbers of the paragraphs that answer the question; empty if it has no answer
 * @param minGold how many of these paragraphs must be cited; 1 if absent
 * @param mustContain the answer must contain at least one of these texts
 * @param mustContainAll the answer must contain at least one text of each of these lists
 * @param mustNotContain the answer must contain none of these texts
 * @param article the id of the only article to answer from; if absent, all articles are used
 * @param after the id of the question to ask before this one in the same conversation
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
    /** The group of the editors' questions, which must all pass. */
    static final String CURATED = "editors";

    /**
     * Creates a case from an editor's question. If it names no paragraph, any paragraph of the article may be cited.
     */
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
                && orEmpty(mustContainAll).stream().allMatch(texts -> containsAny(text, texts))
                && !containsAny(text, mustNotContain);
    }

    private static boolean containsAny(String text, @Nullable List<String> texts) {
        return orEmpty(texts).stream().anyMatch(it -> text.contains(it.toLowerCase(Locale.ROOT)));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
