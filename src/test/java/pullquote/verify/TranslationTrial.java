package pullquote.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pullquote.answer.DraftSentence;
import pullquote.answer.Verifier;

/**
 * Tells how many true Russian and Kazakh sentences about English articles the proof keeps, and how many untrue ones it lets
 * through: {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.verify.TranslationTrial
 * -Dexec.classpathScope=test}. An argument prints each sentence that is judged wrongly.
 */
public final class TranslationTrial {
    static final List<String> CORRECT_FILES = List.of(
            "translations",
            "heldout-translations",
            "fresh-translations",
            "second-fresh-translations",
            "third-fresh-translations");
    static final List<String> INCORRECT_FILES =
            List.of("untrue-translations", "fresh-untrue-translations", "second-fresh-untrue-translations");

    private final Verifier verifier = new ClaimVerifier();
    private final Map<String, int[]> acceptedCounts = new TreeMap<>();
    private final boolean verbose;

    private TranslationTrial(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] args) {
        var trial = new TranslationTrial(args.length > 0);
        for (String file : CORRECT_FILES) {
            for (HandWrittenSentence one : HandWrittenSentence.load(file)) {
                trial.recordResult(file + ", true, " + one.kind(), one.text(), one, true);
                Mistranslations.of(one)
                        .forEach(wrong ->
                                trial.recordResult("by machine, untrue, " + wrong.kind(), wrong.text(), one, false));
            }
        }
        for (String file : INCORRECT_FILES) {
            HandWrittenSentence.load(file)
                    .forEach(one -> trial.recordResult(file + ", " + one.kind(), one.text(), one, false));
        }
        trial.acceptedCounts.forEach(
                (kind, count) -> System.out.printf("%-45s shown %4d of %4d%n", kind, count[0], count[1]));
    }

    private void recordResult(String kind, String text, HandWrittenSentence about, boolean truth) {
        boolean isShown = verifier.verify(new DraftSentence(text, List.of()), about.passages())
                .isPresent();
        int[] count = acceptedCounts.computeIfAbsent(kind, k -> new int[2]);
        count[0] += isShown ? 1 : 0;
        count[1]++;
        if (verbose && isShown != truth) {
            System.out.println((isShown ? "shown: " : "dropped: ") + kind + ": " + text);
        }
    }
}
