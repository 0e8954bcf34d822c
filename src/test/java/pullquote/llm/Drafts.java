package pullquote.llm;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.DraftSentence;

/** What a model said, as the writer reads it. */
public final class Drafts {
    private Drafts() {}

    /** Its sentences, whatever they rest on. */
    public static List<String> parse(String said) {
        var drafts = new ArrayList<DraftSentence>();
        var reader = new CitationStreamParser(SentenceIds.of(List.of()), drafts::add);
        reader.read(said);
        reader.finish();
        return drafts.stream().map(DraftSentence::text).toList();
    }
}
