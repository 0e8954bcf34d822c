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
 * What a reader gets: sentences that are all proved, or an honest "not found", or small talk that rests on no article.
 * Nothing else can be built.
 *
 * @param id names it, 128 random bits
 * @param status which of these it is: only what is {@link AnswerStatus#ANSWERED} has sentences
 * @param reason why nothing was found; empty if that was not so
 * @param text the whole answer for people, with marks such as {@code [1]}; if nothing was found, a plain word about it
 * @param citations what the sentences rest on, numbered 1, 2, 3 … by first use; each is used
 * @param closest if nothing was found, at most two places that come nearest, which are no answer
 * @param suggestions at most three questions that the articles do answer
 * @param writer {@code extractive} or {@code provider/model}
 * @param notice what the reader should know of how the answer came about, in one plain sentence
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
    /** What stands for the writer where no model wrote. */
    private static final String EXTRACTIVE = "extractive";

    public Answer {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        closest = List.copyOf(closest);
        suggestions = List.copyOf(suggestions);
        if ((status == AnswerStatus.ANSWERED) == sentences.isEmpty()
                || (status == AnswerStatus.NOT_FOUND) == reason.isEmpty()) {
            throw new IllegalArgumentException("an answer has sentences or a reason, and never both");
        }
        if (closest.size() > 2 || suggestions.size() > 3) {
            throw new IllegalArgumentException("at most two places come closest, and three questions are suggested");
        }
        if (status != AnswerStatus.NOT_FOUND && !closest.isEmpty()) {
            throw new IllegalArgumentException("what comes closest is for questions without an answer");
        }
        requireConsecutiveNumbers(sentences, citations);
    }

    static Answer answered(
            String id,
            Question question,
            List<Sentence> sentences,
            List<Citation> citations,
            String writer,
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
                writer,
                notice,
                elapsed);
    }

    static Answer unanswered(
            String id,
            Question question,
            NoAnswerReason reason,
            String text,
            List<Evidence> closest,
            String writer,
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
                writer,
                notice,
                elapsed);
    }

    /**
     * Small talk: no writer wrote it, and no article says so.
     *
     * @param key of the words, in the message files
     * @param values take their places {0}, {1} …
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

    /** A sentence of an article, which proves itself. */
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

    /** The same, with questions that the reader may ask next: at most three, which the articles do answer. */
    public Answer withSuggestions(List<String> questions) {
        return new Answer(
                id, question, status, reason, text, sentences, citations, closest, questions, generator, notice,
                elapsed);
    }

    public boolean isAnswered() {
        return status == AnswerStatus.ANSWERED;
    }

    /**
     * What stands before sentences that are in another language than the reader's, in his: that they are the article's own.
     * It is no sentence of the answer, and claims nothing.
     */
    public Optional<String> leadIn() {
        return isAnswered() && !language().equals(question.language())
                ? Optional.of(Messages.get(question.messageLanguage(), "answer.lead_in"))
                : Optional.empty();
    }

    /** The language it is written in: of the article whose words it gives, or else that of the writer's words. */
    public String language() {
        if (!isAnswered()) {
            return question.messageLanguage();
        }
        Evidence first = citations.get(0).evidence();
        boolean verbatim = first.quote().equals(sentences.get(0).text());
        return verbatim ? first.article().frontMatter().language() : LanguageDetector.detect(text);
    }

    /** The newest date among the cited articles: what it says was so then. */
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
