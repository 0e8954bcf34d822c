package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Answer;
import pullquote.answer.Sentence;
import pullquote.channel.Links;
import pullquote.conversation.Reply;
import pullquote.query.NoAnswerReason;

/** Represents an answer in the API. Its field names and their order are stable. */
record AnswerResponse(
        String id,
        String conversationId,
        String question,
        @Nullable String standaloneQuestion,
        String language,
        String status,
        @Nullable String reason,
        @Nullable String leadIn,
        String text,
        List<SentenceEntry> sentences,
        List<CitationResponse> citations,
        List<CitationResponse> closest,
        List<String> suggestions,
        String writer,
        @Nullable String notice,
        @Nullable LocalDate asOf,
        long elapsedMs) {

    /** Represents a sentence with the numbers of its citations; {@code translated} is absent unless true. */
    record SentenceEntry(
            String text,
            List<Integer> citations,
            String support,
            boolean replaced,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean translated) {
        private static SentenceEntry of(Sentence sentence) {
            return new SentenceEntry(
                    sentence.text(),
                    sentence.citationNumbers(),
                    sentence.support().code(),
                    sentence.isReplacement(),
                    sentence.isTranslated() ? true : null);
        }
    }

    static AnswerResponse of(Reply reply, Links links) {
        Answer answer = reply.answer();
        return new AnswerResponse(
                answer.id(),
                reply.conversationId(),
                reply.question().text(),
                reply.standaloneQuestion().orElse(null),
                answer.language(),
                answer.status().code(),
                answer.reason().map(NoAnswerReason::code).orElse(null),
                answer.leadIn().orElse(null),
                answer.text(),
                answer.sentences().stream().map(SentenceEntry::of).toList(),
                answer.citations().stream()
                        .map(citation -> CitationResponse.of(citation, links))
                        .toList(),
                answer.closest().stream()
                        .map(evidence -> CitationResponse.of(evidence, links))
                        .toList(),
                answer.suggestions(),
                answer.generator(),
                answer.notice().orElse(null),
                answer.latestArticleDate().orElse(null),
                answer.elapsed().toMillis());
    }
}
