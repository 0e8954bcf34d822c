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
import pullquote.language.Resource;

/**
 * Knows small talk when it hears it. A message counts only if it is made of known phrases from end to end: one word more,
 * and it is a question to the articles.
 */
final class Phrasebook {
    private record Phrase(Topic topic, Pattern pattern) {}

    private static final String FILE = "small-talk.txt";
    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final List<Phrase> PHRASES = read();

    private Phrasebook() {}

    /** What a message is about if it is small talk and nothing else. */
    static Optional<Topic> topic(String message) {
        String words = MARKS.matcher(message.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ")
                .strip();
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        return words.length() <= LONGEST && isMadeOfPhrases(words, 0, topics, new HashSet<>())
                ? topics.stream().filter(topic -> topic != Topic.FILLER).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** @param tried places from which it has been tried: "bye bye bye …" can be taken apart in very many ways */
    private static boolean isMadeOfPhrases(String words, int from, Set<Topic> topics, Set<Integer> tried) {
        if (from > words.length()) {
            return true;
        }
        if (!tried.add(from)) {
            return false;
        }
        for (int end = from; end < words.length(); ) {
            int blank = words.indexOf(' ', end + 1);
            end = blank < 0 ? words.length() : blank;
            Optional<Topic> topic = exactly(words.substring(from, end).strip());
            if (topic.isPresent() && isMadeOfPhrases(words, end + 1, topics, tried)) {
                topics.add(topic.get());
                return true;
            }
        }
        return false;
    }

    private static Optional<Topic> exactly(String words) {
        return PHRASES.stream()
                .filter(phrase -> phrase.pattern.matcher(words).matches())
                .map(Phrase::topic)
                .findFirst();
    }

    private static List<Phrase> read() {
        var phrases = new ArrayList<Phrase>();
        for (String line : Resource.lines(FILE)) {
            int colon = line.indexOf(": ");
            Topic topic = Topic.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            phrases.add(new Phrase(topic, Pattern.compile(line.substring(colon + 2))));
        }
        return List.copyOf(phrases);
    }
}
