package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Citation;
import pullquote.answer.Sentence;
import pullquote.channel.Links;

/** Represents a sentence in the event stream, with its full citations, because the answer is not complete yet. */
record SentenceResponse(
        String text,
        List<CitationResponse> citations,
        String support,
        boolean replaced,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean translated) {
    static SentenceResponse of(Sentence sentence, List<Citation> citations, Links links) {
        return new SentenceResponse(
                sentence.text(),
                citations.stream()
                        .map(citation -> CitationResponse.of(citation, links))
                        .toList(),
                sentence.support().code(),
                sentence.isReplacement(),
                sentence.isTranslated() ? true : null);
    }
}
