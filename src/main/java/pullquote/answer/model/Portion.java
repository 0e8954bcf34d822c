package pullquote.answer.model;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.WriterException;
import pullquote.retrieval.Passage;

/**
 * As much of what was found as a model is given to read. The best comes first; a passage for which there is no room is
 * left out whole, for half a paragraph may say the opposite of the whole one.
 */
final class Portion {
    private static final Logger log = LoggerFactory.getLogger(Portion.class);

    /** In characters, titles included: some three times eight long paragraphs, and 10,000 tokens at the very most. */
    static final int MOST = 24_000;

    private Portion() {}

    /** @throws WriterException if there is room for none */
    static List<Passage> of(List<Passage> found) throws WriterException {
        var portion = new ArrayList<Passage>();
        int left = MOST;
        for (Passage passage : found) {
            int length = passage.article().about().title().length()
                    + passage.paragraph().text().length();
            if (length <= left) {
                portion.add(passage);
                left -= length;
            }
        }
        if (portion.size() < found.size()) {
            log.info("{} of {} passages are too long for the model", found.size() - portion.size(), found.size());
        }
        if (portion.isEmpty()) {
            throw new WriterException("every passage is longer than " + MOST + " characters");
        }
        return portion;
    }
}
