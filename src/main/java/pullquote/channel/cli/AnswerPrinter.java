package pullquote.channel.cli;

import java.util.stream.Collectors;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.answer.Sentence;
import pullquote.conversation.Reply;
import pullquote.text.Messages;

/**
 * An answer as a person reads it in a terminal: the sentences with their marks, then the quotes they rest on, and what
 * to ask next.
 */
public final class AnswerPrinter {
    public static final String CHANNEL = "console";

    private AnswerPrinter() {}

    /** Says first how the question was understood, if that is not how it was asked. */
    public static String format(Reply reply) {
        return reply.standaloneQuestion()
                        .map(understood -> "Understood as: " + understood + "\n\n")
                        .orElse("")
                + format(reply.answer());
    }

    private static String format(Answer answer) {
        String proof = answer.isAnswered()
                ? answer.citations().stream().map(AnswerPrinter::citation).collect(Collectors.joining())
                : answer.closest().stream().map(AnswerPrinter::closest).collect(Collectors.joining());
        String notice = answer.notice().map(said -> "\n" + said + "\n").orElse("");
        String translated = answer.sentences().stream().anyMatch(Sentence::isTranslated)
                ? "\n" + Messages.get(answer.question().language(), "widget.original") + "\n"
                : "";
        String next = answer.suggestions().stream()
                .map(question -> "    " + question + "\n")
                .collect(Collectors.joining());
        return answer.leadIn().map(said -> said + "\n").orElse("")
                + answer.text()
                + "\n"
                + translated
                + notice
                + (proof.isEmpty() ? "" : "\n" + proof)
                + (next.isEmpty() ? "" : "\nYou may also ask:\n" + next);
    }

    private static String citation(Citation citation) {
        return "[" + citation.number() + "] " + location(citation.evidence());
    }

    private static String closest(Evidence evidence) {
        return "Closest, not an answer: " + location(evidence);
    }

    private static String location(Evidence evidence) {
        var about = evidence.article().frontMatter();
        String date = about.date().map(day -> ", " + day).orElse("");
        return about.title() + date + ", ¶ " + evidence.paragraph().number() + "\n    " + evidence.quote() + "\n";
    }
}
