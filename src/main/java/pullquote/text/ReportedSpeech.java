package pullquote.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes quotations and reported speech. Supports English only. */
public final class ReportedSpeech {
    /** Single marks next to a letter on the outer side are apostrophes, not quotation marks. */
    private static final Pattern QUOTATION = Pattern.compile("„([^“”„\"«»]+)[“”]|[“\"«]([^“”„\"«»]+)[”\"»]"
            + "|(?<![\\p{L}\\p{N}])[‘']((?:[^‘’'“”\"]|(?<=\\p{L})[’'](?=\\p{L}))+)[’'](?![\\p{L}\\p{N}])");

    private static final Pattern QUOTATION_MARK = Pattern.compile("[“”„\"«»‘]");
    /** Only quotations of three words or more count as a quoted statement; shorter ones quote single terms. */
    private static final Pattern THREE_WORDS = Pattern.compile("\\p{L}+\\P{L}+\\p{L}+\\P{L}+\\p{L}+");

    /** Stems of verbs of saying and thinking, and of "according". */
    private static final Set<String> REPORTING_VERBS =
            Set.of(("said say sai state emphas note reiter reconfirm spoke speak announc"
                            + " describ told tell ad add welcom stress claim argu warn promis explain insist deni deny call accord"
                            + " talk discuss repeat express believ think thought comment declar admit conced acknowledg recal mention report"
                            + " wrote write suggest propos view consid hope fear vow pledg urg condemn prais critic")
                    .split(" "));

    /** Forms that are often nouns, as in "the state"; not treated as reporting verbs. */
    private static final Set<String> REPORTING_NOUNS = Set.of(
            ("state states statement statements note notes ad ads claim claims call calls comment comments mention"
                            + " report reports view views hope hopes fear fears stress promise promises pledge pledges vow"
                            + " vows praise critic critics critical thought thoughts suggestion suggestions intent"
                            + " explanation accord accords accordance speaker writing writer writers belief urgent")
                    .split(" "));
    /** Participles that elaborate on a statement but do not report one, as in "…, describing it as". */
    private static final Set<String> NON_REPORTING_VERBS =
            Set.of("describing", "calling", "welcoming", "mentioning", "praising");

    private ReportedSpeech() {}

    /**
     * Returns true if a sentence contains direct or indirect speech.
     *
     * @param stems the stems of the words in the sentence
     */
    public static boolean isReported(String sentence, Set<String> stems) {
        return containsQuotation(sentence) || stems.stream().anyMatch(REPORTING_VERBS::contains);
    }

    /** Returns true if a sentence quotes three words or more. */
    public static boolean containsQuotation(String sentence) {
        return quotations(sentence).stream()
                .anyMatch(quotation -> THREE_WORDS.matcher(quotation).find());
    }

    /** Returns true if a sentence contains a reporting verb, as in "Tokayev said". */
    public static boolean hasReportingClause(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean isBeforeThat =
                    i + 1 < words.size() && words.get(i + 1).lower().equals("that");
            if (isReportingVerb(words.get(i))
                    || isBeforeThat && REPORTING_VERBS.contains(words.get(i).stem())) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if a word is clearly a reporting verb, or an adverb with the same meaning ("reportedly"). */
    public static boolean isReportingVerb(Word word) {
        boolean isElaboration = NON_REPORTING_VERBS.contains(word.lower());
        return REPORTING_VERBS.contains(word.stem()) && !REPORTING_NOUNS.contains(word.lower()) && !isElaboration
                || word.lower().equals("reportedly")
                || word.lower().equals("allegedly");
    }

    /** Returns true if a stem may be that of a reporting verb. */
    public static boolean isReportingStem(String stem) {
        return REPORTING_VERBS.contains(stem);
    }

    /** Returns true if there is anything but blanks or a hyphen between two words. */
    public static boolean isSeparated(String sentence, Word one, Word next) {
        String between = sentence.substring(one.start() + one.text().length(), next.start());
        return !between.isBlank() && !between.equals("-");
    }

    /** Returns the texts between quotation marks, without the marks. */
    public static List<String> quotations(String sentence) {
        return QUOTATION
                .matcher(sentence)
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3))
                .toList();
    }

    /** Returns true if every quotation mark has a counterpart. Otherwise the extent of the quotation is unknown. */
    public static boolean hasBalancedQuotes(String sentence) {
        Matcher quotation = QUOTATION.matcher(sentence);
        return !QUOTATION_MARK.matcher(quotation.replaceAll("")).find();
    }
}
