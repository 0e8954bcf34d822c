package pullquote.channel.api;

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
        String text,
        List<Sentence> sentences,
        List<CitationJson> citations,
        List<CitationJson> closest,
        List<String> suggestions,
        String writer,
        @Nullable String notice,
        @Nullable LocalDate asOf,
        long elapsedMs) {

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
                answer.text(),
                answer.sentences(),
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
