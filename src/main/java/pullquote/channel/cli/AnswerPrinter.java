package pullquote.channel.cli;

import java.util.stream.Collectors;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.answer.Sentence;
import pullquote.conversation.Reply;
import pullquote.text.Messages;

/**
 * Formats an answer for a terminal: the sentences with citation marks, then the quotes that support them, then
 * suggested questions.
 */
public final class AnswerPrinter {
    public static final String CHANNEL = "console";

    private AnswerPrinter() {}

    /** Returns the answer as text, preceded by the rewritten question if the question was rewritten. */
    public static String format(Reply reply) {
        return reply.standaloneQuestion()
                        .map(understood -> "Understood as: " + understood + "\n\n")
                        .orElse("")
                + format(reply.answer());
    }

    private static String format(Answer answer) {
        String quotes = answer.isAnswered()
                ? answer.citations().stream().map(AnswerPrinter::citation).collect(Collectors.joining())
                : answer.closest().stream().map(AnswerPrinter::closest).collect(Collectors.joining());
        String notice = answer.notice().map(text -> "\n" + text + "\n").orElse("");
        String translated = answer.sentences().stream().anyMatch(Sentence::isTranslated)
                ? "\n" + Messages.get(answer.question().messageLanguage(), "widget.original") + "\n"
                : "";
        String next = answer.suggestions().stream()
                .map(question -> "    " + question + "\n")
                .collect(Collectors.joining());
        return answer.leadIn().map(text -> text + "\n").orElse("")
                + answer.text()
                + "\n"
                + translated
                + notice
                + (quotes.isEmpty() ? "" : "\n" + quotes)
                + (next.isEmpty() ? "" : "\nYou could also ask:\n" + next);
    }

    private static String citation(Citation citation) {
        return "[" + citation.number() + "] " + location(citation.evidence());
    }

    private static String closest(Evidence evidence) {
        return "Closest passage: " + location(evidence);
    }

    private static String location(Evidence evidence) {
        var frontMatter = evidence.article().frontMatter();
        String date = frontMatter.date().map(day -> ", " + day).orElse("");
        return frontMatter.title() + date + ", ¶ " + evidence.paragraph().number() + "\n    " + evidence.quote() + "\n";
    }
}
