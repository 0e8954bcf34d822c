package pullquote.llm;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.DraftSentence;

/** Parses drafts of a model as {@link LlmGenerator} does. */
public final class Drafts {
    private Drafts() {}

    /** Returns the sentences of a draft, without their citations. */
    public static List<String> parse(String output) {
        var drafts = new ArrayList<DraftSentence>();
        var parser = new CitationStreamParser(SentenceIds.of(List.of()), drafts::add);
        parser.read(output);
        parser.finish();
        return drafts.stream().map(DraftSentence::text).toList();
    }
}
