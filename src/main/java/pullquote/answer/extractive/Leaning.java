package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.retrieval.Word;

/** Brings along what a sentence leans on: who "he" is in "he said", what "their" main function is the function of. */
final class Leaning {
    /** "It is reported that …" leans on nothing. */
    private static final Pattern EXPLETIVE = Pattern.compile(
            "^it (?:is|was|has been|had been|will be|seems|appears)\\b.{0,40}\\b(?:that|to)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** “…,” he said. — or, in indirect speech: …, he said. */
    private static final Pattern SAID_BY_PRONOUN =
            Pattern.compile("[”\"»],?\\s*(?:he|she|they)\\s+\\p{L}+(?:\\s\\p{L}+)?[.,]?$"
                    + "|,\\s+(?:he|she|they)\\s+(?:said|added|noted|stated|stressed|explained|told|wrote)\\b[^“\"«]*$"
                    + "|[,?!…][”\"»]?,?\\s*[–—-]\\s*\\p{Ll}+\\s+(?:он|она|они)\\b[^«“\"]*$"
                    + "|[”\"»,–—-]\\s*(?:деді|дейді|деп\\s+\\p{L}+)\\s+(?:ол|олар)\\.?$");

    /** How far back a person is still "he". */
    private static final int REACH = 4;

    private final Lines lines;

    Leaning(Lines lines) {
        this.lines = lines;
    }

    /** The same lines, each behind what it leans on, none twice. */
    List<Line> complete(List<Line> chosen) {
        var complete = new LinkedHashSet<Line>();
        for (Line line : chosen) {
            complete.addAll(before(line));
            complete.add(line);
        }
        return List.copyOf(complete);
    }

    /** Whether it cannot be understood without what stands before it. */
    static boolean leans(Line line) {
        return opensWithPronoun(line) || isSaidByPronoun(line);
    }

    private List<Line> before(Line line) {
        List<Line> all = lines.of(line.place().article());
        int at = indexIn(all, line);
        var before = new ArrayList<Line>();
        if (opensWithPronoun(line)) {
            while (at > 0 && before.size() < 2 && opensWithPronoun(all.get(at))) {
                before.add(0, all.get(--at));
            }
        } else if (isSaidByPronoun(line)) {
            Set<String> names = lines.namesOf(line.place().article());
            for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
                if (namesSomebody(all.get(i), names)) {
                    before.add(all.get(i));
                    break;
                }
            }
        }
        return before;
    }

    /** Lines are compared by their place: a sentence may stand twice in an article. */
    private static int indexIn(List<Line> all, Line line) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).place().equals(line.place())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line of its article: " + line.text());
    }

    private static boolean opensWithPronoun(Line line) {
        return !line.words().isEmpty()
                && Sort.PRONOUNS.has(line.words().get(0), line.language())
                && !EXPLETIVE.matcher(line.text()).matches();
    }

    private static boolean isSaidByPronoun(Line line) {
        return SAID_BY_PRONOUN.matcher(line.text()).find();
    }

    /** At the beginning of a sentence, where every word has a capital, a name is known from elsewhere. */
    private static boolean namesSomebody(Line line, Set<String> names) {
        List<Word> words = line.words();
        return !words.isEmpty() && names.contains(words.get(0).stem())
                || words.stream().anyMatch(word -> word.isName() && isOfPeople(word, line.language()));
    }

    private static boolean isOfPeople(Word word, String language) {
        return !Sort.MONTHS.has(word, language) && !Sort.COUNTRIES.has(word, language);
    }
}
