package pullquote.channel.console;

import java.util.stream.Collectors;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.answer.Messages;
import pullquote.answer.Sentence;
import pullquote.conversation.Reply;

/**
 * An answer as a person reads it in a terminal: the sentences with their marks, then the quotes they rest on, and what
 * to ask next.
 */
public final class ForPeople {
    public static final String CHANNEL = "console";

    private ForPeople() {}

    /** Says first how the question was understood, if that is not how it was asked. */
    public static String show(Reply reply) {
        return reply.standalone()
                        .map(understood -> "Understood as: " + understood + "\n\n")
                        .orElse("")
                + show(reply.answer());
    }

    private static String show(Answer answer) {
        String proof = answer.isFound()
                ? answer.citations().stream().map(ForPeople::citation).collect(Collectors.joining())
                : answer.closest().stream().map(ForPeople::closest).collect(Collectors.joining());
        String notice = answer.notice().map(said -> "\n" + said + "\n").orElse("");
        String translated = answer.sentences().stream().anyMatch(Sentence::isTranslation)
                ? "\n" + Messages.in(answer.question().language(), "widget.original") + "\n"
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
        return "[" + citation.number() + "] " + place(citation.evidence());
    }

    private static String closest(Evidence evidence) {
        return "Closest, not an answer: " + place(evidence);
    }

    private static String place(Evidence evidence) {
        var about = evidence.article().about();
        String date = about.date().map(day -> ", " + day).orElse("");
        return about.title() + date + ", ¶ " + evidence.paragraph().number() + "\n    " + evidence.quote() + "\n";
    }
}
