package pullquote.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pullquote.answer.Answer;
import pullquote.answer.Citation;

/** Counts the results of a group of questions. */
final class EvalReport {
    static final String HEAD =
            "| questions | n | right paragraph cited | required words present | correctly refused | wrongly refused | quotes verbatim | median ms |\n"
                    + "|---|---|---|---|---|---|---|---|\n";

    private final List<Double> latencies = new ArrayList<>();
    private int answerable;
    private int cited;
    private int containedAnswer;
    private int wronglyRefused;
    private int unanswerable;
    private int rightlyRefused;
    private int quotes;
    private int verbatim;

    void add(EvalCase evalCase, Answer answer) {
        latencies.add(answer.elapsed().toNanos() / 1e6);
        if (evalCase.isAnswerable()) {
            answerable++;
            cited += evalCase.citesRightParagraph(answer) ? 1 : 0;
            containedAnswer += evalCase.containsExpectedText(answer) ? 1 : 0;
            wronglyRefused += answer.isAnswered() ? 0 : 1;
        } else {
            unanswerable++;
            rightlyRefused += isRightlyRefused(evalCase, answer) ? 1 : 0;
        }
        quotes += answer.citations().size();
        verbatim +=
                (int) answer.citations().stream().filter(EvalReport::isVerbatim).count();
    }

    static boolean isGood(EvalCase evalCase, Answer answer) {
        return evalCase.isAnswerable()
                ? evalCase.citesRightParagraph(answer) && evalCase.containsExpectedText(answer)
                : isRightlyRefused(evalCase, answer);
    }

    private static boolean isRightlyRefused(EvalCase evalCase, Answer answer) {
        return !answer.isAnswered() && evalCase.containsExpectedText(answer);
    }

    private static boolean isVerbatim(Citation citation) {
        var evidence = citation.evidence();
        String paragraph = evidence.article()
                .paragraphs()
                .get(evidence.paragraph().number() - 1)
                .text();
        return paragraph
                .substring(evidence.span().start(), evidence.span().end())
                .equals(evidence.quote());
    }

    String row(String group) {
        List<Double> sorted = latencies.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %.1f |%n",
                group,
                sorted.size(),
                ratio(cited, answerable),
                ratio(containedAnswer, answerable),
                ratio(rightlyRefused, unanswerable),
                ratio(wronglyRefused, answerable),
                ratio(verbatim, quotes),
                sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
    }

    private static String ratio(int count, int total) {
        return total == 0 ? "–" : String.format(Locale.ROOT, "%d of %d (%.3f)", count, total, (double) count / total);
    }
}
