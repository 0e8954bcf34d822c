package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.channel.Links;

/**
 * A citation as the API gives it.
 *
 * @param number left out where nothing is cited, but only comes close
 * @param answerSpan which of its words are the very answer, where that is known
 * @param url where a person reads the quote
 */
record CitationResponse(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer number,
        String articleId,
        String articleTitle,
        @Nullable LocalDate articleDate,
        String articleVersion,
        int paragraph,
        int start,
        int end,
        String quote,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SpanJson answerSpan,
        String url) {

    /** Offsets in the paragraph, as the citation's own. */
    record SpanJson(int start, int end) {}

    static CitationResponse of(Citation citation, Links links) {
        SpanJson answer = citation.answerSpan()
                .map(span -> new SpanJson(span.start(), span.end()))
                .orElse(null);
        return of(citation.number(), citation.evidence(), answer, links);
    }

    static CitationResponse of(Evidence evidence, Links links) {
        return of(null, evidence, null, links);
    }

    private static CitationResponse of(
            @Nullable Integer number, Evidence evidence, @Nullable SpanJson answerSpan, Links links) {
        Article article = evidence.article();
        return new CitationResponse(
                number,
                article.id(),
                article.frontMatter().title(),
                article.frontMatter().date().orElse(null),
                article.version(),
                evidence.paragraph().number(),
                evidence.span().start(),
                evidence.span().end(),
                evidence.quote(),
                answerSpan,
                links.to(evidence));
    }
}
