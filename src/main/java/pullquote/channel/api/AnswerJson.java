package pullquote.channel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Answer;
import pullquote.answer.Reason;
import pullquote.answer.Sentence;
import pullquote.channel.Links;
import pullquote.conversation.Reply;

/** An answer as the API gives it. The names and their order are promised. */
record AnswerJson(
        String id,
        String conversationId,
        String question,
        @Nullable String standaloneQuestion,
        String language,
        String status,
        @Nullable String reason,
        @Nullable String leadIn,
        String text,
        List<Said> sentences,
        List<CitationJson> citations,
        List<CitationJson> closest,
        List<String> suggestions,
        String writer,
        @Nullable String notice,
        @Nullable LocalDate asOf,
        long elapsedMs) {

    /** A sentence with the numbers of its citations; {@code translated} only where it is so. */
    record Said(
            String text,
            List<Integer> citations,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean translated) {
        private static Said of(Sentence sentence) {
            return new Said(sentence.text(), sentence.citations(), sentence.isTranslation() ? true : null);
        }
    }

    static AnswerJson of(Reply reply, Links links) {
        Answer answer = reply.answer();
        return new AnswerJson(
                answer.id(),
                reply.conversationId(),
                reply.asked().text(),
                reply.standalone().orElse(null),
                answer.language(),
                answer.status().code(),
                answer.reason().map(Reason::code).orElse(null),
                answer.leadIn().orElse(null),
                answer.text(),
                answer.sentences().stream().map(Said::of).toList(),
                answer.citations().stream()
                        .map(citation -> CitationJson.of(citation, links))
                        .toList(),
                answer.closest().stream()
                        .map(evidence -> CitationJson.of(evidence, links))
                        .toList(),
                answer.suggestions(),
                answer.writer(),
                answer.notice().orElse(null),
                answer.asOf().orElse(null),
                answer.elapsed().toMillis());
    }
}
