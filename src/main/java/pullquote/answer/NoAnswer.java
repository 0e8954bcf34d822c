package pullquote.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pullquote.query.NoAnswerReason;

/**
 * The decision that a question has no answer in the articles. {@link NoAnswerMessage} puts it into words.
 *
 * @param closest at most two sentences that come closest to the question without answering it
 * @param articleCount how many articles were searched
 * @param latestDate the latest publication date among the articles in which something was found
 */
public record NoAnswer(
        NoAnswerReason reason, List<Evidence> closest, int articleCount, Optional<LocalDate> latestDate) {
    public NoAnswer {
        closest = List.copyOf(closest);
    }
}
