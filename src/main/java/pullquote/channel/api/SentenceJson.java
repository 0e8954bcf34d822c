package pullquote.channel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Citation;
import pullquote.answer.Sentence;
import pullquote.channel.Links;

/** A sentence as the stream tells of it: with all that proves it, for the answer is not there yet. */
record SentenceJson(
        String text,
        List<CitationJson> citations,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean translated) {
    static SentenceJson of(Sentence sentence, List<Citation> citations, Links links) {
        return new SentenceJson(
                sentence.text(),
                citations.stream()
                        .map(citation -> CitationJson.of(citation, links))
                        .toList(),
                sentence.isTranslation() ? true : null);
    }
}
