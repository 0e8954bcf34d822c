package pullquote.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.article.Article;
import pullquote.text.Token;
import pullquote.text.Transliterator;
import pullquote.text.Word;

/**
 * Maps the names and offices in an article to people: "President Kassym-Jomart Tokayev", "Tokayev" and "the President"
 * are one person, "Commissioner Azimova" is another. A name or office that two people share refers to neither. Only
 * English articles are indexed.
 */
public final class EntityIndex {
    /** An index without entities. */
    static final EntityIndex EMPTY = new EntityIndex(Map.of(), Map.of(), Set.of());

    private static final Set<String> HEADS_OF_STATE = Set.of("president", "king", "queen", "emperor");
    static final Set<String> OFFICES = Set.of(("president minister premier chancellor mayor governor commissioner"
                    + " chairman chairwoman chair director king queen emperor prince princess pope bishop general colonel captain"
                    + " major admiral professor judge senator secretary ambassador spokesman spokeswoman spokesperson activist"
                    + " leader founder owner coach")
            .split(" "));
    private static final Set<String> OCCUPATIONS =
            Set.of(("accountant activist actor actress adviser analyst architect artist athlete author banker"
                            + " biologist builder businessman businesswoman candidate cashier chemist chief clerk commander deputy"
                            + " defendant designer diplomat doctor driver economist editor employee engineer expert farmer father"
                            + " fighter fisherman guard head historian journalist lawmaker lawyer librarian manager mechanic"
                            + " member miner mother musician neighbour neighbor nurse officer official painter pensioner physicist"
                            + " pilot player poet politician priest producer prosecutor protester psychologist pupil rector"
                            + " reporter rescuer researcher resident sailor scholar scientist sergeant shopkeeper singer"
                            + " sociologist soldier student surgeon teacher trader trainer victim waiter witness worker writer")
                    .split(" "));
    static final Pattern POSSESSIVE_SUFFIX = Pattern.compile("['’]s?$");

    /** Maps a name in lower case to the stem of its person, for example {@code @tokayev}. */
    private final Map<String, String> personByName;
    /** Maps an office or honorific to the stems of the people that hold it. */
    private final Map<String, Set<String>> holdersByOffice;

    /** The surnames of all people in the article. */
    private final Set<String> people;

    EntityIndex(Map<String, String> personByName, Map<String, Set<String>> holdersByOffice, Set<String> people) {
        this.personByName = personByName;
        this.holdersByOffice = holdersByOffice;
        this.people = people;
    }

    /** Returns the index of an article, or {@link #EMPTY} if the article is not in English. */
    static EntityIndex of(Article article) {
        return article.frontMatter().language().equals("en") ? new EntityIndexBuilder(article).build() : EMPTY;
    }

    /** Returns the words with new stems: all names of a person get the same stem, other words get their lemma. */
    List<Word> resolve(List<Word> words) {
        var resolved = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isHeadOfState(words, i)) {
                resolved.add(withStem(word, headOfState()));
                resolved.add(withStem(words.get(i + 1), ""));
                resolved.add(withStem(words.get(i + 2), ""));
                i += 2;
            } else {
                resolved.add(withStem(word, entityStem(word)));
            }
        }
        return resolved;
    }

    private String entityStem(Word word) {
        if (!isCapitalized(word)) {
            return Lemmatizer.lemma(word);
        }
        String name = normalizedName(word);
        String person = personByName.get(name);
        if (person != null) {
            return person;
        }
        Set<String> holders = holdersByOffice.getOrDefault(name, Set.of());
        return holders.size() == 1 ? holders.iterator().next() : Lemmatizer.lemma(word);
    }

    /** Returns true for an office, for example "president". {@link #hasConsistentNames} checks its holder. */
    static boolean isOffice(Word word) {
        return OFFICES.contains(normalizedName(word));
    }

    /** Returns true for an office or occupation, as in "prosecutor Alzhanov". A name next to it belongs to a person. */
    static boolean isOccupation(Word word) {
        return isOccupation(word.lower());
    }

    static boolean isOccupation(String word) {
        return OFFICES.contains(word) || OCCUPATIONS.contains(word);
    }

    /** Returns true for an honorific, for example "Mrs.". {@link #hasConsistentNames} checks its holder. */
    static boolean isHonorific(Word word) {
        return Token.HONORIFICS.contains(word.lower());
    }

    /**
     * Returns true if each name, office and honorific belongs to the person named after it. Returns false for
     * "Commissioner Tokayev" if the commissioner is Azimova.
     */
    boolean hasConsistentNames(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(i + 1);
            int gap = next.start() - word.start() - word.text().length();
            boolean isAdjacent = gap == 1 || gap == 2 && Token.HONORIFICS.contains(normalizedName(word));
            if (!isAdjacent || !Word.isPersonStem(next.stem())) {
                continue;
            }
            Set<String> holders = holdersByOffice.getOrDefault(normalizedName(word), Set.of());
            if (Word.isPersonStem(word.stem())
                            && isCapitalized(word)
                            && !word.text().matches(".*['’]s?")
                            && !word.stem().equals(next.stem())
                    || !Word.isPersonStem(word.stem())
                            && OFFICES.contains(normalizedName(word))
                            && !holders.contains(next.stem())
                    || Token.HONORIFICS.contains(normalizedName(word)) && !holders.contains(next.stem())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the stems of the people that a name can refer to. Other transliterations of a name are accepted. */
    Set<String> peopleNamed(String name) {
        return personByName.entrySet().stream()
                .filter(entry -> Transliterator.isSameName(name, entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the offices and honorifics of people in lower case. For the head of state, they include "head" and
     * "state".
     */
    Set<String> officesHeldBy(Set<String> holders) {
        Set<String> offices = holdersByOffice.entrySet().stream()
                .filter(office -> office.getValue().stream().anyMatch(holders::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (holders.contains(headOfState())) {
            offices.addAll(Set.of("head", "state"));
        }
        return offices;
    }

    private boolean isHeadOfState(List<Word> words, int at) {
        return at + 2 < words.size()
                && words.get(at).lower().equals("head")
                && words.get(at + 1).lower().equals("of")
                && words.get(at + 2).lower().equals("state")
                && !headOfState().isEmpty();
    }

    private String headOfState() {
        Set<String> holders = HEADS_OF_STATE.stream()
                .flatMap(office -> holdersByOffice.getOrDefault(office, Set.of()).stream())
                .collect(Collectors.toSet());
        return holders.size() == 1 ? holders.iterator().next() : "";
    }

    private static Word withStem(Word word, String stem) {
        return new Word(word.text(), stem, word.start(), word.isName());
    }

    static boolean isCapitalized(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    static String normalizedName(Word word) {
        return POSSESSIVE_SUFFIX
                .matcher(word.text().toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .replace('’', '\'');
    }

    @Override
    public String toString() {
        return new TreeSet<>(people) + " " + holdersByOffice;
    }
}
