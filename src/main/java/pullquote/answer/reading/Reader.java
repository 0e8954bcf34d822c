package pullquote.answer.reading;

import java.util.List;

/** Reads texts for a question. What it says is likely, and never certain. Safe for use by many threads. */
public interface Reader {
    /** Whether it can read a language, as ISO 639-1 names it. */
    boolean reads(String language);

    /** A reading of each text, in their order. What stands far back in a very long one may be left unread. */
    List<Reading> read(String question, List<String> texts);
}
