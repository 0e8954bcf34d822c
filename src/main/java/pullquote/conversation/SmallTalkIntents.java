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
 * Knows small talk when it hears it. A message counts only if it is made of known phrases from end to end: one word more,
 * and it is a question to the articles.
 */
final class SmallTalkIntents {
    private record IntentPattern(Intent intent, Pattern pattern) {}

    private static final String FILE = "small-talk.txt";
    private static final int MAX_MESSAGE_LENGTH = 100;
    private static final Pattern NON_WORD_CHARACTERS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final List<IntentPattern> PATTERNS = loadPatterns();

    private SmallTalkIntents() {}

    /** What a message is about if it is small talk and nothing else. */
    static Optional<Intent> detect(String message) {
        String words = NON_WORD_CHARACTERS
                .matcher(message.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ")
                .strip();
        Set<Intent> topics = EnumSet.noneOf(Intent.class);
        return words.length() <= MAX_MESSAGE_LENGTH && consistsOfPhrases(words, 0, topics, new HashSet<>())
                ? topics.stream().filter(topic -> topic != Intent.FILLER).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** @param tried places from which it has been tried: "bye bye bye …" can be taken apart in very many ways */
    private static boolean consistsOfPhrases(String words, int from, Set<Intent> topics, Set<Integer> tried) {
        if (from > words.length()) {
            return true;
        }
        if (!tried.add(from)) {
            return false;
        }
        for (int end = from; end < words.length(); ) {
            int blank = words.indexOf(' ', end + 1);
            end = blank < 0 ? words.length() : blank;
            Optional<Intent> topic = matchPhrase(words.substring(from, end).strip());
            if (topic.isPresent() && consistsOfPhrases(words, end + 1, topics, tried)) {
                topics.add(topic.get());
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
        var phrases = new ArrayList<IntentPattern>();
        for (String line : WordLists.readLines(FILE)) {
            int colon = line.indexOf(": ");
            Intent topic = Intent.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            phrases.add(new IntentPattern(topic, Pattern.compile(line.substring(colon + 2))));
        }
        return List.copyOf(phrases);
    }
}
