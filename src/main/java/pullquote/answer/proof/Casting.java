package pullquote.answer.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.answer.Speech;
import pullquote.article.Article;
import pullquote.retrieval.Word;

/** Reads through an article to find out who is who in it. */
final class Casting {
    /** Surname to all that has stood before it. */
    private final Map<String, Set<String>> given = new LinkedHashMap<>();

    private final Map<String, Set<String>> offices = new HashMap<>();
    /** Each way in which a surname was introduced. */
    private final Map<String, Set<Set<String>>> calls = new HashMap<>();

    private static final Pattern PERSON_BEHIND = Pattern.compile("^, (?:\\d{2},|who )");
    private static final Pattern APPOSITION =
            Pattern.compile("^, (?:the|an?) (?:\\p{Ll}+ )??(\\p{Ll}+)(?= (?:of|at|for|in|who)\\b|,)");
    /** How often a word stood before a surname, and how often anywhere. */
    private final Map<String, Integer> uses = new HashMap<>();

    private final Map<String, Integer> allUses = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    Casting(Article article) {
        article.paragraphs()
                .forEach(paragraph -> article.sentences(paragraph).forEach(span -> read(span.in(paragraph.text()))));
    }

    private void read(String text) {
        List<Word> words = Word.of(text, "en");
        words.forEach(word -> allUses.merge(Cast.name(word), 1, Integer::sum));
        for (int i = 0; i < words.size(); i++) {
            int end = i;
            while (end < words.size()
                    && Cast.isCapital(words.get(end))
                    && !words.get(end).stem().isEmpty()
                    && (end == i || adjoin(words.get(end - 1), words.get(end)))) {
                end++;
            }
            if (end > i) {
                run(text, words, i, end);
                i = end - 1;
            }
        }
    }

    private static boolean adjoin(Word one, Word next) {
        int gap = next.start() - one.start() - one.text().length();
        return (gap == 1 || gap == 2 && Cast.HONORIFICS.contains(Cast.name(one)))
                && !Cast.POSSESSIVE.matcher(one.text()).find();
    }

    /** Capital words in a row: offices and honorifics, given names, a surname. */
    private void run(String text, List<Word> words, int from, int to) {
        String surname = Cast.name(words.get(to - 1));
        var before = new HashSet<String>();
        var held = new HashSet<String>();
        boolean called = false;
        for (Word word : words.subList(from, to - 1)) {
            String name = Cast.name(word);
            if (Cast.OFFICES.contains(name) || Cast.HONORIFICS.contains(name)) {
                called |= Cast.HONORIFICS.contains(name);
                held.add(name);
                // "Egyptian President": not his name.
                before.clear();
            } else {
                before.add(name);
            }
        }
        if (from > 0
                && Cast.OFFICES.contains(words.get(from - 1).lower())
                && adjoin(words.get(from - 1), words.get(from))) {
            held.add(words.get(from - 1).lower());
        }
        if (Cast.OFFICES.contains(surname) || Cast.HONORIFICS.contains(surname)) {
            return;
        }
        boolean speaks = to < words.size() && isSaying(words.get(to)) || from > 0 && isSaying(words.get(from - 1));
        if (to < words.size() && isIntroduced(text, words.get(to - 1))
                || from > 0 && Cast.isRole(words.get(from - 1)) && adjoin(words.get(from - 1), words.get(from))) {
            called = true;
        }
        if (called || !held.isEmpty() || speaks) {
            people.add(surname);
        }
        given.computeIfAbsent(surname, s -> new HashSet<>()).addAll(before);
        calls.computeIfAbsent(surname, s -> new HashSet<>()).add(Set.copyOf(before));
        before.forEach(name -> uses.merge(name, 1, Integer::sum));
        held.forEach(
                office -> offices.computeIfAbsent(office, o -> new HashSet<>()).add("@" + surname));
    }

    /** Whether two people go by it: Aigul Serik and Dana Serik. */
    private boolean shared(String surname) {
        return calls.getOrDefault(surname, Set.of()).stream()
                .anyMatch(one -> calls.getOrDefault(surname, Set.of()).stream()
                        .anyMatch(other -> !one.containsAll(other) && !other.containsAll(one)));
    }

    /** "Baimuratov, 57," "Petrova, who …", "Lavrentyev, a retired engineer …" are people. */
    private static boolean isIntroduced(String text, Word name) {
        String behind = text.substring(name.start() + name.text().length());
        return PERSON_BEHIND.matcher(behind).find()
                || APPOSITION.matcher(behind).results().limit(1).anyMatch(found -> Cast.isRole(found.group(1)));
    }

    private static boolean isSaying(Word word) {
        return Speech.isSaying(word) && !Cast.isCapital(word);
    }

    Cast cast() {
        var names = new HashMap<String, String>();
        var shared = new HashSet<String>();
        for (String surname : people) {
            if (shared(surname)) {
                continue;
            }
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
