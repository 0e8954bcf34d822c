package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.article.Article;
import pullquote.retrieval.Word;

/**
 * Who is who in an article: that "President Kassym-Jomart Tokayev", "Tokayev" and "the President" are one, and that
 * "Commissioner Azimova" is another. A name or office that two people share stands for neither.
 */
final class Cast {
    /** Nobody is known. */
    static final Cast EMPTY = new Cast(Map.of(), Map.of(), Set.of());

    private static final Set<String> HONORIFICS = Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord");
    private static final Set<String> HEADS_OF_STATE = Set.of("president", "king", "queen", "emperor");
    private static final Set<String> OFFICES =
            Set.of(("president minister premier chancellor mayor governor commissioner"
                            + " chairman chairwoman chair director king queen emperor prince princess pope bishop general colonel"
                            + " captain major admiral professor judge senator secretary ambassador spokesman spokeswoman"
                            + " spokesperson activist leader founder owner coach")
                    .split(" "));
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** From a name in lower case to the one it stands for, as in {@code @tokayev}. */
    private final Map<String, String> names;
    /** From an office to all who hold it. */
    private final Map<String, Set<String>> offices;

    private final Set<String> people;

    private Cast(Map<String, String> names, Map<String, Set<String>> offices, Set<String> people) {
        this.names = names;
        this.offices = offices;
        this.people = people;
    }

    static Cast of(Article article) {
        return article.about().language().equals("en") ? new Casting(article).cast() : EMPTY;
    }

    /** The same words, with one stem for all that one person is called. */
    List<Word> recognize(List<Word> words) {
        var recognized = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isHeadOfState(words, i)) {
                recognized.add(with(word, headOfState()));
                recognized.add(with(words.get(i + 1), ""));
                recognized.add(with(words.get(i + 2), ""));
                i += 2;
            } else {
                recognized.add(with(word, stem(word)));
            }
        }
        return recognized;
    }

    private String stem(Word word) {
        if (!isCapital(word)) {
            return Vocabulary.stem(word);
        }
        String name = name(word);
        String known = names.get(name);
        if (known != null) {
            return known;
        }
        Set<String> holders = offices.getOrDefault(name, Set.of());
        return holders.size() == 1 ? holders.iterator().next() : Vocabulary.stem(word);
    }

    /** Whether a stem stands for a person. */
    static boolean isPerson(String stem) {
        return stem.startsWith("@");
    }

    /** Such as "president"; who holds it is checked where it stands before a name. */
    static boolean isOffice(Word word) {
        return OFFICES.contains(name(word));
    }

    /** Such as "Mrs."; to whom it belongs is checked where it stands before a name. */
    static boolean isHonorific(Word word) {
        return HONORIFICS.contains(word.lower());
    }

    /** Whether every name is given only to whom it belongs: no "Zhemis Azimova", no "Commissioner Tokayev". */
    boolean areNamedRight(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word one = words.get(i);
            Word next = words.get(i + 1);
            int gap = next.start() - one.start() - one.text().length();
            boolean adjoin = gap == 1 || gap == 2 && HONORIFICS.contains(name(one));
            if (!adjoin || !isPerson(next.stem())) {
                continue;
            }
            Set<String> holders = offices.getOrDefault(name(one), Set.of());
            if (isPerson(one.stem())
                            && isCapital(one)
                            && !one.text().matches(".*['’]s?")
                            && !one.stem().equals(next.stem())
                    || !isPerson(one.stem()) && OFFICES.contains(name(one)) && !holders.contains(next.stem())
                    || HONORIFICS.contains(name(one)) && !holders.contains(next.stem())) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeadOfState(List<Word> words, int at) {
        return at + 2 < words.size()
                && words.get(at).lower().equals("head")
                && words.get(at + 1).lower().equals("of")
                && words.get(at + 2).lower().equals("state")
                && !headOfState().isEmpty();
    }

    private String headOfState() {
        Set<String> heads = HEADS_OF_STATE.stream()
                .flatMap(office -> offices.getOrDefault(office, Set.of()).stream())
                .collect(Collectors.toSet());
        return heads.size() == 1 ? heads.iterator().next() : "";
    }

    private static Word with(Word word, String stem) {
        return new Word(word.text(), stem, word.start(), word.isName());
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    static String name(Word word) {
        return POSSESSIVE
                .matcher(word.text().toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .replace('’', '\'');
    }

    @Override
    public String toString() {
        return new TreeSet<>(people) + " " + offices;
    }

    /** Reads through an article to find out. */
    private static final class Casting {
        /** Surname to all that has stood before it. */
        private final Map<String, Set<String>> given = new LinkedHashMap<>();

        private final Map<String, Set<String>> offices = new HashMap<>();
        /** How often a word stood before a surname, and how often anywhere. */
        private final Map<String, Integer> uses = new HashMap<>();

        private final Map<String, Integer> allUses = new HashMap<>();
        private final Set<String> people = new HashSet<>();

        Casting(Article article) {
            article.paragraphs()
                    .forEach(paragraph -> article.sentences(paragraph)
                            .forEach(span -> read(Word.of(span.in(paragraph.text()), "en"))));
        }

        private void read(List<Word> words) {
            words.forEach(word -> allUses.merge(name(word), 1, Integer::sum));
            for (int i = 0; i < words.size(); i++) {
                int end = i;
                while (end < words.size()
                        && isCapital(words.get(end))
                        && !words.get(end).stem().isEmpty()
                        && (end == i || adjoin(words.get(end - 1), words.get(end)))) {
                    end++;
                }
                if (end > i) {
                    run(words, i, end);
                    i = end - 1;
                }
            }
        }

        private static boolean adjoin(Word one, Word next) {
            int gap = next.start() - one.start() - one.text().length();
            return (gap == 1 || gap == 2 && HONORIFICS.contains(name(one)))
                    && !POSSESSIVE.matcher(one.text()).find();
        }

        /** Capital words in a row: offices and honorifics, given names, a surname. */
        private void run(List<Word> words, int from, int to) {
            String surname = name(words.get(to - 1));
            var before = new HashSet<String>();
            var held = new HashSet<String>();
            boolean called = false;
            for (Word word : words.subList(from, to - 1)) {
                String name = name(word);
                if (OFFICES.contains(name) || HONORIFICS.contains(name)) {
                    called |= HONORIFICS.contains(name);
                    held.add(name);
                    // "Egyptian President": not his name.
                    before.clear();
                } else {
                    before.add(name);
                }
            }
            if (from > 0
                    && OFFICES.contains(words.get(from - 1).lower())
                    && adjoin(words.get(from - 1), words.get(from))) {
                held.add(words.get(from - 1).lower());
            }
            if (OFFICES.contains(surname) || HONORIFICS.contains(surname)) {
                return;
            }
            boolean speaks = to < words.size() && isSaying(words.get(to)) || from > 0 && isSaying(words.get(from - 1));
            if (called || !held.isEmpty() || speaks) {
                people.add(surname);
            }
            given.computeIfAbsent(surname, s -> new HashSet<>()).addAll(before);
            before.forEach(name -> uses.merge(name, 1, Integer::sum));
            held.forEach(office ->
                    offices.computeIfAbsent(office, o -> new HashSet<>()).add("@" + surname));
        }

        private static boolean isSaying(Word word) {
            return pullquote.answer.Speech.isSaying(word) && !isCapital(word);
        }

        Cast cast() {
            var names = new HashMap<String, String>();
            var shared = new HashSet<String>();
            for (String surname : people) {
                names.put(surname, "@" + surname);
                for (String name : given.getOrDefault(surname, Set.of())) {
                    if (allUses.getOrDefault(name, 0) > uses.getOrDefault(name, 0)
                            || given.containsKey(name) && people.contains(name)
                            || names.putIfAbsent(name, "@" + surname) != null) {
                        shared.add(name);
                    }
                }
            }
            shared.stream().filter(name -> !people.contains(name)).forEach(names::remove);
            return new Cast(Map.copyOf(names), Map.copyOf(offices), Set.copyOf(people));
        }
    }
}
