package pullquote.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/**
 * Finds organisations, countries, places and people whose names differ between languages, from
 * {@code gazetteer.txt}.
 */
public final class Gazetteer {
    /** Letters of the longest Russian or Kazakh ending. */
    private static final int MAX_ENDING_LENGTH = 6;
    /** Letters; shorter stems allow only short endings, because Вен- (Vienna) must not match Венгрия (Hungary). */
    private static final int MIN_LONG_STEM_LENGTH = 5;

    /** Letters of the longest ending after a short stem. */
    private static final int MAX_SHORT_STEM_ENDING_LENGTH = 3;

    /** Forms by the prefix of their first word. */
    private static final Map<String, List<Form>> FORMS_BY_PREFIX = load();

    /** Letters; only narrows down the forms to compare. */
    private static final int PREFIX_LENGTH = 2;

    /**
     * Marks where a text mentions a known name.
     *
     * @param canonicalName the first English name, the same for all spellings
     * @param start the offset of the first character
     * @param end the offset after the last character
     */
    public record NameMention(String canonicalName, int start, int end) {}

    private record Form(String canonicalName, List<String> words, boolean isAcronym, boolean isCapitalized) {
        private int length() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private Gazetteer() {}

    /**
     * Returns the names mentioned in a text, in order. If several names match at a position, the longest is returned.
     */
    public static List<NameMention> find(String text) {
        List<MatchResult> words = Tokenizer.ALPHANUMERIC.tokenize(text);
        var known = new ArrayList<NameMention>();
        int i = 0;
        while (i < words.size()) {
            int at = i;
            var longest = FORMS_BY_PREFIX.getOrDefault(prefix(words.get(i).group()), List.of()).stream()
                    .filter(form -> matchesAt(form, words, at, text))
                    .max(Comparator.comparingInt(Form::length));
            if (longest.isPresent()) {
                int last = i + longest.get().words.size() - 1;
                known.add(new NameMention(
                        longest.get().canonicalName,
                        words.get(i).start(),
                        words.get(last).end()));
                i = last + 1;
            } else {
                i++;
            }
        }
        return known;
    }

    private static boolean matchesAt(Form form, List<MatchResult> words, int at, String text) {
        if (at + form.words.size() > words.size()
                || form.isCapitalized
                        && !Character.isUpperCase(words.get(at).group().codePointAt(0))) {
            return false;
        }
        for (int i = 0; i < form.words.size(); i++) {
            MatchResult word = words.get(at + i);
            boolean isAdjacent = i == 0
                    || text.substring(words.get(at + i - 1).end(), word.start()).matches("[\\s.-]{1,2}");
            if (!isAdjacent || !isForm(word.group(), form.words.get(i), form.isAcronym)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForm(String word, String form, boolean isExact) {
        if (isExact) {
            return word.equals(form);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (!form.endsWith("-")) {
            return lower.equals(form);
        }
        int stem = form.length() - 1;
        return lower.startsWith(form.substring(0, stem))
                && lower.length() - stem
                        <= (stem < MIN_LONG_STEM_LENGTH ? MAX_SHORT_STEM_ENDING_LENGTH : MAX_ENDING_LENGTH);
    }

    private static Map<String, List<Form>> load() {
        var forms = new HashMap<String, List<Form>>();
        for (String line : WordLists.readLines("gazetteer.txt")) {
            String first = line.split("[,|]", -1)[0].strip();
            for (String name : line.split("[,|]", -1)) {
                Form form = parseForm(first, name.strip());
                forms.computeIfAbsent(prefix(form.words.get(0)), b -> new ArrayList<>())
                        .add(form);
            }
        }
        return forms;
    }

    private static Form parseForm(String first, String name) {
        boolean acronym = name.matches("[\\p{Lu}\\p{N}.-]{2,}") && !name.endsWith("-");
        String stem = name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
        List<String> words = new ArrayList<>();
        for (String part : stem.split(" ", -1)) {
            boolean takesEndings = part.endsWith("-");
            List<String> inner = Tokenizer.ALPHANUMERIC.words(part).toList();
            for (int i = 0; i < inner.size(); i++) {
                String word = acronym ? inner.get(i) : inner.get(i).toLowerCase(Locale.ROOT);
                words.add(takesEndings && i == inner.size() - 1 ? word + "-" : word);
            }
        }
        if (name.endsWith("-")) {
            words.set(words.size() - 1, words.get(words.size() - 1) + "-");
        }
        return new Form(first, List.copyOf(words), acronym, Character.isUpperCase(name.codePointAt(0)));
    }

    private static String prefix(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(PREFIX_LENGTH, lower.length() - (lower.endsWith("-") ? 1 : 0)));
    }
}
