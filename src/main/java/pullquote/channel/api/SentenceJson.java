package pullquote.channel.api;

import java.util.List;
import pullquote.answer.Citation;
import pullquote.answer.Sentence;
import pullquote.channel.Links;

/** A sentence as the stream tells of it: with all that proves it, for the answer is not there yet. */
record SentenceJson(String text, List<CitationJson> citations) {
    static SentenceJson of(Sentence sentence, List<Citation> citations, Links links) {
        return new SentenceJson(
                sentence.text(),
                citations.stream()
                        .map(citation -> CitationJson.of(citation, links))
                        .toList());
    }
}
