package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.channel.Links;

/**
 * Represents a citation in the API.
 *
 * @param number absent for closest passages, which are not citations
 * @param answerSpan the span of the shortest answer in the paragraph, if known
 * @param url a link to the quote for people
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SpanResponse answerSpan,
        String url) {

    /** Offsets in the paragraph, in UTF-16 code units, like those of the citation. */
    record SpanResponse(int start, int end) {}

    static CitationResponse of(Citation citation, Links links) {
        SpanResponse answer = citation.answerSpan()
                .map(span -> new SpanResponse(span.start(), span.end()))
                .orElse(null);
        return of(citation.number(), citation.evidence(), answer, links);
    }

    static CitationResponse of(Evidence evidence, Links links) {
        return of(null, evidence, null, links);
    }

    private static CitationResponse of(
            @Nullable Integer number, Evidence evidence, @Nullable SpanResponse answerSpan, Links links) {
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
                links.urlFor(evidence));
    }
}
