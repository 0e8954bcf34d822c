package pullquote.retrieval.rerank;

import java.util.List;

/** Reads texts for a question. What it says is likely, and never certain. Safe for use by many threads. */
public interface ExtractiveReader {
    /** Whether it can read a language, as ISO 639-1 names it. */
    boolean supports(String language);

    /** A reading of each text, in their order. What stands far back in a very long one may be left unread. */
    List<SpanPrediction> predict(String question, List<String> texts);
}
