package pullquote.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Holds a question and its answer as stored in a conversation: at most {@value #MAX_ITEMS} sentences and citations,
 * each cut to {@value #MAX_TEXT_LENGTH} characters.
 *
 * @param answerId id of the answer
 * @param question the question as it was asked
 * @param standaloneQuestion the question as it was understood; equal to {@code question} if it was not rewritten
 * @param reason why there was no answer; empty for an answer or small talk
 * @param sentences text of the answer without citation marks; empty if there was no answer or it was small talk
 * @param citations citations of the answer, in the order of their numbers
 * @param answeredAt time of the answer, to the millisecond
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

    /** Returns the outcome of the question. */
    public AnswerStatus status() {
        if (reason.isPresent()) {
            return AnswerStatus.NOT_FOUND;
        }
        return sentences.isEmpty() ? AnswerStatus.CHAT : AnswerStatus.ANSWERED;
    }

    /**
     * Cuts a text to {@value #MAX_TEXT_LENGTH} characters and replaces what a database rejects: NUL characters and
     * unpaired surrogates.
     */
    static String truncate(String text) {
        int end = Math.min(text.length(), MAX_TEXT_LENGTH);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        byte[] bytes = text.substring(0, end).replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
