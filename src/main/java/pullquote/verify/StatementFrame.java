package pullquote.verify;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.text.ReportedSpeech;
import pullquote.text.Word;

/**
 * Compares how a claim and its source frame what they say: as an open question or a rumour, with "and" or "or", with or
 * without a speaker.
 */
final class StatementFrame {
    /** Words after which a sentence leaves open whether something is true. */
    private static final Set<String> OPEN_MARKERS = Set.of(
            "whether",
            "rumour",
            "rumours",
            "rumor",
            "rumors",
            "allegation",
            "allegations",
            "speculation",
            "suspicion",
            "suspicions");

    private static final Pattern IMPERSONAL_REPORT = Pattern.compile("\\b[Ii]t (?:is|was|has been) \\p{L}+ that\\b");
    private static final Set<String> PERSONAL_PRONOUNS = Set.of("he", "she", "they", "i", "we");
    /** Words allowed between a pronoun and its reporting verb: "he later also said". */
    private static final int MAX_ADVERBS = 2;

    private StatementFrame() {}

    /** Returns true if the claim states as settled what the source leaves open: "too early to say whether …". */
    static boolean settlesOpenQuestion(AnalyzedSentence claim, AnalyzedSentence source) {
        List<Word> words = source.words();
        int marker = IntStream.range(0, words.size())
                .filter(i -> OPEN_MARKERS.contains(words.get(i).lower()))
                .findFirst()
                .orElse(-1);
        if (marker < 0 || claim.words().stream().anyMatch(word -> OPEN_MARKERS.contains(word.lower()))) {
            return false;
        }
        Set<String> settled = Word.stems(words.subList(0, marker));
        Set<String> open = Word.stems(words.subList(marker + 1, words.size()));
        return claim.contentStems().stream().anyMatch(stem -> open.contains(stem) && !settled.contains(stem));
    }

    /** Returns true if the claim joins two words with "or" that the source joins with "and", or the other way round. */
    static boolean changesConjunction(AnalyzedSentence claim, AnalyzedSentence source) {
        List<Word> words = claim.words();
        return IntStream.range(1, words.size() - 1)
                .filter(i -> isConjunction(words.get(i)))
                .anyMatch(i -> isOtherwiseJoined(words, i, source.words()));
    }

    private static boolean isOtherwiseJoined(List<Word> claim, int at, List<Word> source) {
        String before = nearestStem(claim, at, -1);
        String after = nearestStem(claim, at, 1);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        List<Integer> firsts = positions(source, before);
        List<Integer> seconds = positions(source, after);
        Set<Set<String>> conjunctions = firsts.stream()
                .flatMap(first -> seconds.stream().map(second -> between(source, first, second)))
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toSet());
        return !conjunctions.isEmpty()
                && conjunctions.stream()
                        .noneMatch(found -> found.contains(claim.get(at).lower()));
    }

    private static Set<String> between(List<Word> source, int one, int other) {
        return source.subList(Math.min(one, other), Math.max(one, other)).stream()
                .filter(StatementFrame::isConjunction)
                .map(Word::lower)
                .collect(Collectors.toSet());
    }

    private static boolean isConjunction(Word word) {
        return word.lower().equals("and") || word.lower().equals("or");
    }

    private static String nearestStem(List<Word> words, int from, int step) {
        for (int i = from + step; i >= 0 && i < words.size() && Math.abs(i - from) <= MAX_ADVERBS; i += step) {
            if (!words.get(i).stem().isEmpty()) {
                return words.get(i).stem();
            }
        }
        return "";
    }

    private static List<Integer> positions(List<Word> words, String stem) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).stem().equals(stem))
                .boxed()
                .toList();
    }

    /** Returns true if the claim has a person say what the source reports without a speaker: "It is reported that …". */
    static boolean addsSpeaker(AnalyzedSentence claim, AnalyzedSentence source) {
        return IMPERSONAL_REPORT.matcher(source.text()).find()
                && hasPronounSpeaker(claim.words())
                && !hasPronounSpeaker(source.words());
    }

    private static boolean hasPronounSpeaker(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(i -> PERSONAL_PRONOUNS.contains(words.get(i).lower()))
                .anyMatch(i -> words.subList(i + 1, Math.min(words.size(), i + 2 + MAX_ADVERBS)).stream()
                        .anyMatch(ReportedSpeech::isReportingVerb));
    }
}
