package pullquote.answer.model;

import java.util.ArrayList;
import java.util.List;
import pullquote.answer.Draft;

/** What a model said, as the writer reads it. */
public final class Drafts {
    private Drafts() {}

    /** Its sentences, whatever they rest on. */
    public static List<String> in(String said) {
        var drafts = new ArrayList<Draft>();
        var reader = new DraftReader(Marks.of(List.of()), drafts::add);
        reader.read(said);
        reader.end();
        return drafts.stream().map(Draft::text).toList();
    }
}
