package pullquote.answer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pullquote.query.AnswerStatus;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.text.LanguageDetector;
import pullquote.text.Messages;
import pullquote.text.RandomIds;

/**
 * Represents an answer: verified sentences, or "not found" with a reason, or small talk. The constructor rejects any
 * other combination.
 *
 * @param id the unguessable id, 128 random bits
 * @param status the kind of answer; only {@link AnswerStatus#ANSWERED} has sentences
 * @param reason why nothing was found; present only for {@link AnswerStatus#NOT_FOUND}
 * @param text the whole answer for people, with citation marks such as {@code [1]}, or the "not found" message
 * @param citations the citations of the sentences, numbered from 1 in order of first use; each is used
 * @param closest if nothing was found, at most two passages that come closest to an answer
 * @param suggestions at most three questions that the articles answer
 * @param generator {@code extractive} or {@code provider/model}
 * @param notice one sentence for the user about how the answer was generated, if something is unusual
 */
public record Answer(
        String id,
        Question question,
        AnswerStatus status,
        Optional<NoAnswerReason> reason,
        String text,
        List<Sentence> sentences,
        List<Citation> citations,
        List<Evidence> closest,
        List<String> suggestions,
        String generator,
        Optional<String> notice,
        Duration elapsed) {
    /** The generator's name where no LLM was used. */
    private static final String EXTRACTIVE = "extractive";

    public Answer {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        closest = List.copyOf(closest);
        suggestions = List.copyOf(suggestions);
        if ((status == AnswerStatus.ANSWERED) == sentences.isEmpty()
                || (status == AnswerStatus.NOT_FOUND) == reason.isEmpty()) {
            throw new IllegalArgumentException("an answer must have either sentences or a reason");
        }
        if (closest.size() > 2 || suggestions.size() > 3) {
            throw new IllegalArgumentException("too many closest passages (2 allowed) or suggestions (3 allowed)");
        }
        if (status != AnswerStatus.NOT_FOUND && !closest.isEmpty()) {
            throw new IllegalArgumentException("only an answer that was not found can have closest passages");
        }
        requireConsecutiveNumbers(sentences, citations);
    }

    static Answer answered(
            String id,
            Question question,
            List<Sentence> sentences,
            List<Citation> citations,
            String generator,
            Optional<String> notice,
            Duration elapsed) {
        String text = sentences.stream().map(Sentence::withCitationMarks).collect(Collectors.joining(" "));
        return new Answer(
                id,
                question,
                AnswerStatus.ANSWERED,
                Optional.empty(),
                text,
                sentences,
                citations,
                List.of(),
                List.of(),
                generator,
                notice,
                elapsed);
    }

    static Answer unanswered(
            String id,
            Question question,
            NoAnswerReason reason,
            String text,
            List<Evidence> closest,
            String generator,
            Optional<String> notice,
            Duration elapsed) {
        return new Answer(
                id,
                question,
                AnswerStatus.NOT_FOUND,
                Optional.of(reason),
                text,
                List.of(),
                List.of(),
                closest,
                List.of(),
                generator,
                notice,
                elapsed);
    }

    /**
     * Creates a small talk answer, without sentences and citations.
     *
     * @param key the key of the text in the message files
     * @param values replace {0}, {1} … in the text
     */
    public static Answer smallTalk(Question question, String key, Object... values) {
        return new Answer(
                RandomIds.next(),
                question,
                AnswerStatus.CHAT,
                Optional.empty(),
                Messages.get(question.messageLanguage(), key, values),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                EXTRACTIVE,
                Optional.empty(),
                Duration.ZERO);
    }

    /** Creates an answer that quotes one sentence of an article. */
    public static Answer ofSentence(Question question, Evidence evidence) {
        var sentence = new Sentence(evidence.quote(), List.of(1));
        var citation = new Citation(1, evidence);
        return answered(
                RandomIds.next(),
                question,
                List.of(sentence),
                List.of(citation),
                EXTRACTIVE,
                Optional.empty(),
                Duration.ZERO);
    }

    /** Returns a copy with suggested next questions, at most three. */
    public Answer withSuggestions(List<String> questions) {
        return new Answer(
                id, question, status, reason, text, sentences, citations, closest, questions, generator, notice,
                elapsed);
    }

    public boolean isAnswered() {
        return status == AnswerStatus.ANSWERED;
    }

    /**
     * Returns a phrase in the user's language that introduces quotes in another language. It is not a sentence of the
     * answer and makes no claim.
     */
    public Optional<String> leadIn() {
        return isAnswered() && !language().equals(question.language())
                ? Optional.of(Messages.get(question.messageLanguage(), "answer.lead_in"))
                : Optional.empty();
    }

    /** Returns the language of the text: the article's if it is quoted verbatim, otherwise the detected one. */
    public String language() {
        if (!isAnswered()) {
            return question.messageLanguage();
        }
        Evidence first = citations.get(0).evidence();
        boolean verbatim = first.quote().equals(sentences.get(0).text());
        return verbatim ? first.article().frontMatter().language() : LanguageDetector.detect(text);
    }

    /** Returns the newest date of the cited articles; the answer may be outdated after it. */
    public Optional<LocalDate> latestArticleDate() {
        return citations.stream()
                .flatMap(c -> c.evidence().article().frontMatter().date().stream())
                .max(Comparator.naturalOrder());
    }

    private static void requireConsecutiveNumbers(List<Sentence> sentences, List<Citation> citations) {
        for (int i = 0; i < citations.size(); i++) {
            if (citations.get(i).number() != i + 1) {
                throw new IllegalArgumentException("citation " + (i + 1) + " has the number "
                        + citations.get(i).number());
            }
        }
        var used = new HashSet<Integer>();
        for (Sentence sentence : sentences) {
            for (int number : sentence.citationNumbers()) {
                if (number > used.size() + 1 || number < 1) {
                    throw new IllegalArgumentException("citation " + number + " is used before " + (used.size() + 1));
                }
                used.add(number);
            }
        }
        if (used.size() != citations.size()) {
            throw new IllegalArgumentException(citations.size() + " citations, but " + used.size() + " are used");
        }
    }
}
