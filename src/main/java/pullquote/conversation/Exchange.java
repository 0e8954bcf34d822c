package pullquote.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.answer.Question;
import pullquote.answer.Reason;
import pullquote.answer.Sentence;
import pullquote.answer.Status;

/**
 * What is remembered of a question and its answer: at most {@value #MOST} sentences and citations, of each the first
 * {@value #LONGEST} characters.
 *
 * @param answerId the id of the answer
 * @param question as it was asked
 * @param standalone as it was understood; the same where nothing had to be made of it
 * @param reason why there was no answer; empty if there was one, or none was needed
 * @param sentences the words of the answer, without marks; none if there was no answer, or it was small talk
 * @param citations what they rest on, in the order of their numbers
 * @param at when it was answered, to the millisecond
 */
public record Exchange(
        String answerId,
        String question,
        String standalone,
        Optional<Reason> reason,
        List<String> sentences,
        List<Cited> citations,
        Instant at) {
    static final int MOST = 5;
    static final int LONGEST = 500;

    public Exchange {
        sentences = sentences.stream().limit(MOST).map(Exchange::cut).toList();
        citations = citations.stream().limit(MOST).toList();
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static Exchange of(Question asked, Answer answer, Instant at) {
        return new Exchange(
                answer.id(),
                asked.text(),
                answer.question().text(),
                answer.reason(),
                answer.sentences().stream().map(Sentence::text).toList(),
                answer.citations().stream()
                        .map(citation -> Cited.of(citation.evidence()))
                        .toList(),
                at);
    }

    /** What came of the question. */
    public Status status() {
        if (reason.isPresent()) {
            return Status.NOT_FOUND;
        }
        return sentences.isEmpty() ? Status.CHAT : Status.ANSWERED;
    }

    /** Also without what no database takes: zeros, and halves of characters. */
    static String cut(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        byte[] bytes = text.substring(0, end).replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
