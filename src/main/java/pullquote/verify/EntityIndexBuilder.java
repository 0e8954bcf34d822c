package pullquote.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.article.Article;
import pullquote.text.ReportedSpeech;
import pullquote.text.Token;
import pullquote.text.Word;

/** Builds the {@link EntityIndex} of an article. */
final class EntityIndexBuilder {
    /** Maps a surname to all names before it. */
    private final Map<String, Set<String>> namesBeforeSurname = new LinkedHashMap<>();

    private final Map<String, Set<String>> holdersByOffice = new HashMap<>();
    /** Maps a surname to all forms in which it was introduced. */
    private final Map<String, Set<Set<String>>> introductionsBySurname = new HashMap<>();

    private static final Pattern PERSON_AFTER_NAME = Pattern.compile("^, (?:\\d{2},|who )");
    private static final Pattern APPOSITION =
            Pattern.compile("^, (?:the|an?) (?:\\p{Ll}+ )??(\\p{Ll}+)(?= (?:of|at|for|in|who)\\b|,)");
    /** How often a word stands before a surname, and how often anywhere. */
    private final Map<String, Integer> beforeSurnameCounts = new HashMap<>();

    private final Map<String, Integer> wordCounts = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    EntityIndexBuilder(Article article) {
        article.paragraphs()
                .forEach(paragraph ->
                        article.sentences(paragraph).forEach(span -> scan(span.substringOf(paragraph.text()))));
    }

    private void scan(String text) {
        List<Word> words = Word.tokenize(text, "en");
        words.forEach(word -> wordCounts.merge(EntityIndex.normalizedName(word), 1, Integer::sum));
        for (int i = 0; i < words.size(); i++) {
            int end = i;
            while (end < words.size()
                    && EntityIndex.isCapitalized(words.get(end))
                    && !words.get(end).stem().isEmpty()
                    && (end == i || isAdjacent(words.get(end - 1), words.get(end)))) {
                end++;
            }
            if (end > i) {
                addNameSequence(text, words, i, end);
                i = end - 1;
            }
        }
    }

    private static boolean isAdjacent(Word one, Word next) {
        int gap = next.start() - one.start() - one.text().length();
        return (gap == 1 || gap == 2 && Token.HONORIFICS.contains(EntityIndex.normalizedName(one)))
                && !EntityIndex.POSSESSIVE_SUFFIX.matcher(one.text()).find();
    }

    /** Reads capitalised words in a row: offices, honorifics, given names, a surname. */
    private void addNameSequence(String text, List<Word> words, int from, int to) {
        String surname = EntityIndex.normalizedName(words.get(to - 1));
        var before = new HashSet<String>();
        var held = new HashSet<String>();
        boolean called = false;
        for (Word word : words.subList(from, to - 1)) {
            String name = EntityIndex.normalizedName(word);
            if (EntityIndex.OFFICES.contains(name) || Token.HONORIFICS.contains(name)) {
                called |= Token.HONORIFICS.contains(name);
                held.add(name);
                // "Egyptian President": "Egyptian" is not part of the name.
                before.clear();
            } else {
                before.add(name);
            }
        }
        if (from > 0
                && EntityIndex.OFFICES.contains(words.get(from - 1).lower())
                && isAdjacent(words.get(from - 1), words.get(from))) {
            held.add(words.get(from - 1).lower());
        }
        if (EntityIndex.OFFICES.contains(surname) || Token.HONORIFICS.contains(surname)) {
            return;
        }
        boolean speaks =
                to < words.size() && isReportingVerb(words.get(to)) || from > 0 && isReportingVerb(words.get(from - 1));
        if (to < words.size() && isIntroducedAsPerson(text, words.get(to - 1))
                || from > 0
                        && EntityIndex.isOccupation(words.get(from - 1))
                        && isAdjacent(words.get(from - 1), words.get(from))) {
            called = true;
        }
        if (called || !held.isEmpty() || speaks) {
            people.add(surname);
        }
        namesBeforeSurname.computeIfAbsent(surname, s -> new HashSet<>()).addAll(before);
        introductionsBySurname.computeIfAbsent(surname, s -> new HashSet<>()).add(Set.copyOf(before));
        before.forEach(name -> beforeSurnameCounts.merge(name, 1, Integer::sum));
        held.forEach(office ->
                holdersByOffice.computeIfAbsent(office, o -> new HashSet<>()).add("@" + surname));
    }

    /** Returns true if two people share the surname: Aigul Serik and Dana Serik. */
    private boolean isSharedSurname(String surname) {
        return introductionsBySurname.getOrDefault(surname, Set.of()).stream()
                .anyMatch(one -> introductionsBySurname.getOrDefault(surname, Set.of()).stream()
                        .anyMatch(other -> !one.containsAll(other) && !other.containsAll(one)));
    }

    /**
     * Recognizes people by their introduction: "Baimuratov, 57,", "Petrova, who …", "Lavrentyev, a retired engineer …".
     */
    private static boolean isIntroducedAsPerson(String text, Word name) {
        String behind = text.substring(name.start() + name.text().length());
        return PERSON_AFTER_NAME.matcher(behind).find()
                || APPOSITION
                        .matcher(behind)
                        .results()
                        .limit(1)
                        .anyMatch(found -> EntityIndex.isOccupation(found.group(1)));
    }

    private static boolean isReportingVerb(Word word) {
        return ReportedSpeech.isReportingVerb(word) && !EntityIndex.isCapitalized(word);
    }

    EntityIndex build() {
        var names = new HashMap<String, String>();
        var shared = new HashSet<String>();
        for (String surname : people) {
            if (isSharedSurname(surname)) {
                continue;
            }
            names.put(surname, "@" + surname);
            for (String name : namesBeforeSurname.getOrDefault(surname, Set.of())) {
                if (wordCounts.getOrDefault(name, 0) > beforeSurnameCounts.getOrDefault(name, 0)
                        || namesBeforeSurname.containsKey(name) && people.contains(name)
                        || names.putIfAbsent(name, "@" + surname) != null) {
                    shared.add(name);
                }
            }
        }
        shared.stream().filter(name -> !people.contains(name)).forEach(names::remove);
        return new EntityIndex(Map.copyOf(names), Map.copyOf(holdersByOffice), Set.copyOf(people));
    }
}
