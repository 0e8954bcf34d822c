package pullquote.channel.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pullquote.answer.Answer;
import pullquote.answer.Citation;

/** How a group of questions went. */
final class Score {
    static final String HEAD =
            "| questions | n | right paragraph cited | says what it must | rightly refused | wrongly refused | quotes verbatim | median ms |\n"
                    + "|---|---|---|---|---|---|---|---|\n";

    private final List<Double> millis = new ArrayList<>();
    private int answerable;
    private int cited;
    private int said;
    private int wronglyRefused;
    private int unanswerable;
    private int rightlyRefused;
    private int quotes;
    private int verbatim;

    void add(Trial trial, Answer answer) {
        millis.add(answer.elapsed().toNanos() / 1e6);
        if (trial.isAnswerable()) {
            answerable++;
            cited += trial.citesRightParagraph(answer) ? 1 : 0;
            said += trial.saysWhatItMust(answer) ? 1 : 0;
            wronglyRefused += answer.isFound() ? 0 : 1;
        } else {
            unanswerable++;
            rightlyRefused += isRightlyRefused(trial, answer) ? 1 : 0;
        }
        quotes += answer.citations().size();
        verbatim += (int) answer.citations().stream().filter(Score::isVerbatim).count();
    }

    static boolean isGood(Trial trial, Answer answer) {
        return trial.isAnswerable()
                ? trial.citesRightParagraph(answer) && trial.saysWhatItMust(answer)
                : isRightlyRefused(trial, answer);
    }

    private static boolean isRightlyRefused(Trial trial, Answer answer) {
        return !answer.isFound() && trial.saysWhatItMust(answer);
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
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %.1f |%n",
                group,
                sorted.size(),
                part(cited, answerable),
                part(said, answerable),
                part(rightlyRefused, unanswerable),
                part(wronglyRefused, answerable),
                part(verbatim, quotes),
                sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
    }

    private static String part(int some, int all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%d of %d (%.3f)", some, all, (double) some / all);
    }
}
