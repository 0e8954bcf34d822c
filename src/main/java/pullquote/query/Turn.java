package pullquote.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a question and its answer: at most {@value #MAX_ITEMS} sentences and citations, of each the first
 * {@value #MAX_TEXT_LENGTH} characters.
 *
 * @param answerId the id of the answer
 * @param question as it was asked
 * @param standalone as it was understood; the same where nothing had to be made of it
 * @param reason why there was no answer; empty if there was one, or none was needed
 * @param sentences the words of the answer, without marks; none if there was no answer, or it was small talk
 * @param citations what they rest on, in the order of their numbers
 * @param at when it was answered, to the millisecond
 */
public record Turn(
        String answerId,
        String question,
        String standaloneQuestion,
        Optional<NoAnswerReason> reason,
        List<String> sentences,
        List<StoredCitation> citations,
        Instant answeredAt) {
    static final int MAX_ITEMS = 5;
    static final int MAX_TEXT_LENGTH = 500;

    public Turn {
        sentences = sentences.stream().limit(MAX_ITEMS).map(Turn::truncate).toList();
        citations = citations.stream().limit(MAX_ITEMS).toList();
        answeredAt = answeredAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of the question. */
    public AnswerStatus status() {
        if (reason.isPresent()) {
            return AnswerStatus.NOT_FOUND;
        }
        return sentences.isEmpty() ? AnswerStatus.CHAT : AnswerStatus.ANSWERED;
    }

    /** Also without what no database takes: zeros, and halves of characters. */
    static String truncate(String text) {
        int end = Math.min(text.length(), MAX_TEXT_LENGTH);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        byte[] bytes = text.substring(0, end).replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
