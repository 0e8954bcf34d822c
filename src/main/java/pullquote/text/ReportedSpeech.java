package pullquote.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what somebody said from what an article tells by itself. English so far. */
public final class ReportedSpeech {
    /** Single marks open behind no letter and close before none: others are apostrophes. */
    private static final Pattern QUOTATION = Pattern.compile("„([^“”„\"«»]+)[“”]|[“\"«]([^“”„\"«»]+)[”\"»]"
            + "|(?<![\\p{L}\\p{N}])[‘']((?:[^‘’'“”\"]|(?<=\\p{L})[’'](?=\\p{L}))+)[’'](?![\\p{L}\\p{N}])");

    private static final Pattern QUOTATION_MARK = Pattern.compile("[“”„\"«»‘]");
    /** Two words are picked from what somebody said; three or more are what they said. */
    private static final Pattern THREE_WORDS = Pattern.compile("\\p{L}+\\P{L}+\\p{L}+\\P{L}+\\p{L}+");

    /** Verbs of saying and thinking, and "according", as stems. */
    private static final Set<String> REPORTING_VERBS =
            Set.of(("said say sai state emphas note reiter reconfirm spoke speak announc"
                            + " describ told tell ad add welcom stress claim argu warn promis explain insist deni deny call accord"
                            + " talk discuss repeat express believ think thought comment declar admit conced acknowledg recal mention report"
                            + " wrote write suggest propos view consid hope fear vow pledg urg condemn prais critic")
                    .split(" "));

    /** Forms that are nouns as often: "the state" says nothing. */
    private static final Set<String> REPORTING_NOUNS = Set.of(
            ("state states statement statements note notes ad ads claim claims call calls comment comments mention"
                            + " report reports view views hope hopes fear fears stress promise promises pledge pledges vow"
                            + " vows praise critic critics critical thought thoughts suggestion suggestions intent"
                            + " explanation accord accords accordance speaker writing writer writers belief urgent")
                    .split(" "));
    /** "…, describing it as": tells more of what is told, and nothing itself. */
    private static final Set<String> NON_REPORTING_VERBS =
            Set.of("describing", "calling", "welcoming", "mentioning", "praising");

    private ReportedSpeech() {}

    /**
     * Whether a sentence gives somebody's words, directly or not.
     *
     * @param stems the stems of its words
     */
    public static boolean isReported(String sentence, Set<String> stems) {
        return containsQuotation(sentence) || stems.stream().anyMatch(REPORTING_VERBS::contains);
    }

    /** Whether a sentence quotes three words or more. */
    public static boolean containsQuotation(String sentence) {
        return quotations(sentence).stream()
                .anyMatch(quotation -> THREE_WORDS.matcher(quotation).find());
    }

    /** Whether a sentence has a verb that tells it as somebody's words. */
    public static boolean hasReportingClause(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean that = i + 1 < words.size() && words.get(i + 1).lower().equals("that");
            if (isReportingVerb(words.get(i))
                    || that && REPORTING_VERBS.contains(words.get(i).stem())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is surely such a verb, or stands for one. */
    public static boolean isReportingVerb(Word word) {
        boolean aside = NON_REPORTING_VERBS.contains(word.lower());
        return REPORTING_VERBS.contains(word.stem()) && !REPORTING_NOUNS.contains(word.lower()) && !aside
                || word.lower().equals("reportedly")
                || word.lower().equals("allegedly");
    }

    /** Whether a stem may be of such a verb. */
    public static boolean isReportingStem(String stem) {
        return REPORTING_VERBS.contains(stem);
    }

    /** Whether anything but a space stands between two words. */
    public static boolean isSeparated(String sentence, Word one, Word next) {
        String between = sentence.substring(one.start() + one.text().length(), next.start());
        return !between.isBlank() && !between.equals("-");
    }

    /** What stands between quotation marks, without them. */
    public static List<String> quotations(String sentence) {
        return QUOTATION
                .matcher(sentence)
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3))
                .toList();
    }

    /** Whether each quotation mark has its other: else nobody knows what is quoted. */
    public static boolean hasBalancedQuotes(String sentence) {
        Matcher quotation = QUOTATION.matcher(sentence);
        return !QUOTATION_MARK.matcher(quotation.replaceAll("")).find();
    }
}
