package pullquote.answer.extractive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.retrieval.Word;

/**
 * What a question asks for, read from its words.
 *
 * @param language the one it is read in
 * @param meaning the text whose meaning the answer should be near
 * @param focus stems of whose views it wants, or of what the answer is one of; may be empty
 * @param words the question's words that say what it is about
 * @param stems the stems of these; if it wants somebody's views, only of what these are about
 * @param senses by a stem, the stems of what else it may mean: of a word that was translated alone, more than one
 */
record Asked(
        String language,
        Kind kind,
        String meaning,
        Set<String> focus,
        List<Word> words,
        Set<String> stems,
        Map<String, Set<String>> senses) {
    /** Said by "how much" already. */
    private static final Set<String> MONEY = Set.of("money");

    static Asked of(String question, String language) {
        return of(question, language, Map.of());
    }

    /** @param senses what else its words may mean */
    static Asked of(String question, String language, Map<String, Set<String>> senses) {
        Form form = language.equals("en") ? Form.of(question) : Forms.of(question, language);
        List<Word> words = content(question, language).stream()
                .filter(word -> form.kind() != Kind.MONEY || !MONEY.contains(word.lower()))
                .toList();
        Set<String> focus = Word.stems(content(form.focus(), language));
        // What Tokayev says about the investigation is not wherever Tokayev is, but where the investigation is.
        List<Word> topic = form.kind() == Kind.VIEWS ? content(form.topic(), language) : words;
        return new Asked(language, form.kind(), form.topic(), focus, words, Word.stems(topic), stems(senses, language));
    }

    private static Map<String, Set<String>> stems(Map<String, Set<String>> senses, String language) {
        var stems = new HashMap<String, Set<String>>();
        senses.forEach((word, others) -> {
            for (String stem : Word.stems(Word.of(word, language))) {
                Set<String> of = stems.computeIfAbsent(stem, s -> new HashSet<>());
                others.forEach(other -> of.addAll(Word.stems(Word.of(other, language))));
            }
        });
        return Map.copyOf(stems);
    }

    /** Whether some words say one of the question's, in one of its senses. */
    boolean isIn(Set<String> there, String stem) {
        return there.contains(stem)
                || senses.getOrDefault(stem, Set.of()).stream().anyMatch(there::contains);
    }

    private static List<Word> content(String text, String language) {
        return Word.of(text, language).stream()
                .filter(word -> !word.stem().isEmpty() && !Sort.ASKING.has(word, language))
                .toList();
    }

    /** The same without some of its words. */
    Asked without(Sort some) {
        List<Word> rest =
                words.stream().filter(word -> !some.has(word, language)).toList();
        return new Asked(language, kind, meaning, focus, rest, Word.stems(rest), senses);
    }

    /** The stems that are no names and no numbers. */
    Set<String> plainStems() {
        return Word.stems(words.stream()
                .filter(word -> !word.isName() && !word.isNumber())
                .toList());
    }

    /** The stems of its names. */
    Set<String> nameStems() {
        return Word.stems(words.stream().filter(Word::isName).toList());
    }

    /** "Who is Tokayev?" names somebody, and says nothing else. */
    boolean asksWhoSomebodyIs() {
        return kind == Kind.PERSON && plainStems().isEmpty() && !nameStems().isEmpty();
    }

    /** What was put first behind the question word, as far as it says anything: what is asked directly. */
    Optional<String> first() {
        return words.stream().map(Word::stem).findFirst();
    }

    /** Whether the words of an answer tell that they are one, as a number does for "how many". */
    boolean hasSign() {
        return kind != Kind.THING || !focus.isEmpty();
    }
}
