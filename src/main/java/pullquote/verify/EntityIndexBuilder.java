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
    /** Maps a surname to the given names before it. */
    private final Map<String, Set<String>> namesBeforeSurname = new LinkedHashMap<>();

    private final Map<String, Set<String>> holdersByOffice = new HashMap<>();
    /** Maps a surname to the sets of given names that were used with it. */
    private final Map<String, Set<Set<String>>> introductionsBySurname = new HashMap<>();

    private static final Pattern PERSON_AFTER_NAME = Pattern.compile("^, (?:\\d{2},|who )");
    private static final Pattern APPOSITION =
            Pattern.compile("^, (?:the|an?) (?:\\p{Ll}+ )??(\\p{Ll}+)(?= (?:of|at|for|in|who)\\b|,)");
    /** Counts how often each name occurs before a surname. */
    private final Map<String, Integer> beforeSurnameCounts = new HashMap<>();

    /** Counts how often each word occurs anywhere. */
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

    private static boolean isAdjacent(Word word, Word next) {
        int gap = next.start() - word.start() - word.text().length();
        return (gap == 1 || gap == 2 && Token.HONORIFICS.contains(EntityIndex.normalizedName(word)))
                && !EntityIndex.POSSESSIVE_SUFFIX.matcher(word.text()).find();
    }

    /** Adds a sequence of capitalized words: offices, honorifics and given names, with a surname at the end. */
    private void addNameSequence(String text, List<Word> words, int from, int to) {
        String surname = EntityIndex.normalizedName(words.get(to - 1));
        var givenNames = new HashSet<String>();
        var offices = new HashSet<String>();
        boolean isPerson = false;
        for (Word word : words.subList(from, to - 1)) {
            String name = EntityIndex.normalizedName(word);
            if (EntityIndex.OFFICES.contains(name) || Token.HONORIFICS.contains(name)) {
                isPerson |= Token.HONORIFICS.contains(name);
                offices.add(name);
                // "Egyptian President": "Egyptian" is not part of the name.
                givenNames.clear();
            } else {
                givenNames.add(name);
            }
        }
        if (from > 0
                && EntityIndex.OFFICES.contains(words.get(from - 1).lower())
                && isAdjacent(words.get(from - 1), words.get(from))) {
            offices.add(words.get(from - 1).lower());
        }
        if (EntityIndex.OFFICES.contains(surname) || Token.HONORIFICS.contains(surname)) {
            return;
        }
        boolean isSpeaker =
                to < words.size() && isReportingVerb(words.get(to)) || from > 0 && isReportingVerb(words.get(from - 1));
        if (to < words.size() && isIntroducedAsPerson(text, words.get(to - 1))
                || from > 0
                        && EntityIndex.isOccupation(words.get(from - 1))
                        && isAdjacent(words.get(from - 1), words.get(from))) {
            isPerson = true;
        }
        if (isPerson || !offices.isEmpty() || isSpeaker) {
            people.add(surname);
        }
        namesBeforeSurname.computeIfAbsent(surname, key -> new HashSet<>()).addAll(givenNames);
        introductionsBySurname.computeIfAbsent(surname, key -> new HashSet<>()).add(Set.copyOf(givenNames));
        givenNames.forEach(name -> beforeSurnameCounts.merge(name, 1, Integer::sum));
        offices.forEach(office ->
                holdersByOffice.computeIfAbsent(office, key -> new HashSet<>()).add("@" + surname));
    }

    /** Returns true if two people share a surname, as in "Aigul Serik" and "Dana Serik". */
    private boolean isSharedSurname(String surname) {
        return introductionsBySurname.getOrDefault(surname, Set.of()).stream()
                .anyMatch(one -> introductionsBySurname.getOrDefault(surname, Set.of()).stream()
                        .anyMatch(other -> !one.containsAll(other) && !other.containsAll(one)));
    }

    /**
     * Returns true if the text after a name shows that it belongs to a person: "Baimuratov, 57,", "Petrova, who …",
     * "Lavrentyev, a retired engineer …".
     */
    private static boolean isIntroducedAsPerson(String text, Word name) {
        String textAfterName = text.substring(name.start() + name.text().length());
        return PERSON_AFTER_NAME.matcher(textAfterName).find()
                || APPOSITION
                        .matcher(textAfterName)
                        .results()
                        .limit(1)
                        .anyMatch(apposition -> EntityIndex.isOccupation(apposition.group(1)));
    }

    private static boolean isReportingVerb(Word word) {
        return ReportedSpeech.isReportingVerb(word) && !EntityIndex.isCapitalized(word);
    }

    EntityIndex build() {
        var names = new HashMap<String, String>();
        var ambiguous = new HashSet<String>();
        for (String surname : people) {
            if (isSharedSurname(surname)) {
                continue;
            }
            names.put(surname, "@" + surname);
            for (String name : namesBeforeSurname.getOrDefault(surname, Set.of())) {
                if (wordCounts.getOrDefault(name, 0) > beforeSurnameCounts.getOrDefault(name, 0)
                        || namesBeforeSurname.containsKey(name) && people.contains(name)
                        || names.putIfAbsent(name, "@" + surname) != null) {
                    ambiguous.add(name);
                }
            }
        }
        ambiguous.stream().filter(name -> !people.contains(name)).forEach(names::remove);
        return new EntityIndex(Map.copyOf(names), Map.copyOf(holdersByOffice), Set.copyOf(people));
    }
}
