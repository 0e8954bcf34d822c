package pullquote.llm;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.GeneratorException;
import pullquote.retrieval.Passage;

/**
 * As much of what was found as a model is given to read. The best comes first; a passage for which there is no room is
 * left out whole, for half a paragraph may say the opposite of the whole one.
 */
final class ContextBudget {
    private static final Logger log = LoggerFactory.getLogger(ContextBudget.class);

    /** In characters, titles included: some three times eight long paragraphs, and 10,000 tokens at the very most. */
    static final int MAX_CHARACTERS = 24_000;

    private ContextBudget() {}

    /** @throws GeneratorException if there is room for none */
    static List<Passage> select(List<Passage> found) throws GeneratorException {
        var portion = new ArrayList<Passage>();
        int left = MAX_CHARACTERS;
        for (Passage passage : found) {
            int length = passage.article().frontMatter().title().length()
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
            throw new GeneratorException("every passage is longer than " + MAX_CHARACTERS + " characters");
        }
        return portion;
    }
}
