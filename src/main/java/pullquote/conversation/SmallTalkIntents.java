package pullquote.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.text.WordLists;

/**
 * Detects small talk. A message is small talk only if it consists entirely of known phrases; with any other word it is
 * a question about the articles.
 */
final class SmallTalkIntents {
    private record IntentPattern(Intent intent, Pattern pattern) {}

    private static final String FILE = "small-talk.txt";
    private static final int MAX_MESSAGE_LENGTH = 100;
    private static final Pattern NON_WORD_CHARACTERS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final List<IntentPattern> PATTERNS = loadPatterns();

    private SmallTalkIntents() {}

    /** Returns the intent of a message, or empty if it is not small talk. */
    static Optional<Intent> detect(String message) {
        String words = NON_WORD_CHARACTERS
                .matcher(message.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ")
                .strip();
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        return words.length() <= MAX_MESSAGE_LENGTH && consistsOfPhrases(words, 0, intents, new HashSet<>())
                ? intents.stream().filter(intent -> intent != Intent.FILLER).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** @param tried the positions that failed or are being tried; prevents exponential time for "bye bye bye …" */
    private static boolean consistsOfPhrases(String words, int from, Set<Intent> intents, Set<Integer> tried) {
        if (from > words.length()) {
            return true;
        }
        if (!tried.add(from)) {
            return false;
        }
        for (int end = from; end < words.length(); ) {
            int blank = words.indexOf(' ', end + 1);
            end = blank < 0 ? words.length() : blank;
            Optional<Intent> intent = matchPhrase(words.substring(from, end).strip());
            if (intent.isPresent() && consistsOfPhrases(words, end + 1, intents, tried)) {
                intents.add(intent.get());
                return true;
            }
        }
        return false;
    }

    private static Optional<Intent> matchPhrase(String words) {
        return PATTERNS.stream()
                .filter(phrase -> phrase.pattern.matcher(words).matches())
                .map(IntentPattern::intent)
                .findFirst();
    }

    private static List<IntentPattern> loadPatterns() {
        var patterns = new ArrayList<IntentPattern>();
        for (String line : WordLists.readLines(FILE)) {
            int colon = line.indexOf(": ");
            Intent intent = Intent.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            patterns.add(new IntentPattern(intent, Pattern.compile(line.substring(colon + 2))));
        }
        return List.copyOf(patterns);
    }
}
