package pullquote.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.text.Word;

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
public record QuestionAnalysis(
        String language,
        AnswerType answerType,
        String contentText,
        Set<String> focus,
        List<Word> words,
        Set<String> stems,
        Map<String, Set<String>> senses) {
    /** Said by "how much" already. */
    private static final Set<String> MONEY = Set.of("money");

    public static QuestionAnalysis of(String question, String language) {
        return of(question, language, Map.of());
    }

    /** @param senses what else its words may mean */
    public static QuestionAnalysis of(String question, String language, Map<String, Set<String>> senses) {
        QuestionClassifier form =
                language.equals("en") ? QuestionClassifier.of(question) : QuestionPatterns.classify(question, language);
        List<Word> words = content(question, language).stream()
                .filter(word -> form.answerType() != AnswerType.MONEY || !MONEY.contains(word.lower()))
                .toList();
        Set<String> focus = Word.stems(content(form.focus(), language));
        // What Tokayev says about the investigation is not wherever Tokayev is, but where the investigation is.
        List<Word> topic = form.answerType() == AnswerType.VIEWS ? content(form.topic(), language) : words;
        return new QuestionAnalysis(
                language, form.answerType(), form.topic(), focus, words, Word.stems(topic), stems(senses, language));
    }

    private static Map<String, Set<String>> stems(Map<String, Set<String>> senses, String language) {
        var stems = new HashMap<String, Set<String>>();
        senses.forEach((word, others) -> {
            for (String stem : Word.stems(Word.tokenize(word, language))) {
                Set<String> of = stems.computeIfAbsent(stem, s -> new HashSet<>());
                others.forEach(other -> of.addAll(Word.stems(Word.tokenize(other, language))));
            }
        });
        return Map.copyOf(stems);
    }

    /** Whether some words say one of the question's, in one of its senses. */
    public boolean containsAny(Set<String> there, String stem) {
        return there.contains(stem)
                || senses.getOrDefault(stem, Set.of()).stream().anyMatch(there::contains);
    }

    private static List<Word> content(String text, String language) {
        return Word.tokenize(text, language).stream()
                .filter(word -> !word.stem().isEmpty() && !WordClass.ASKING.contains(word, language))
                .toList();
    }

    /** The same without some of its words. */
    public QuestionAnalysis withoutClass(WordClass some) {
        List<Word> rest =
                words.stream().filter(word -> !some.contains(word, language)).toList();
        return new QuestionAnalysis(language, answerType, contentText, focus, rest, Word.stems(rest), senses);
    }

    /** The stems that are no names and no numbers. */
    public Set<String> contentStems() {
        return Word.stems(words.stream()
                .filter(word -> !word.isName() && !word.isNumber())
                .toList());
    }

    /** The stems of its names. */
    public Set<String> nameStems() {
        return Word.stems(words.stream().filter(Word::isName).toList());
    }

    /** "Who is Tokayev?" names somebody, and says nothing else. */
    public boolean isDefinitionOfPerson() {
        return answerType == AnswerType.PERSON
                && contentStems().isEmpty()
                && !nameStems().isEmpty();
    }

    /** What was put first behind the question word, as far as it says anything: what is asked directly. */
    public Optional<String> headStem() {
        return words.stream().map(Word::stem).findFirst();
    }

    /** Whether the words of an answer tell that they are one, as a number does for "how many". */
    public boolean hasAnswerType() {
        return answerType != AnswerType.THING || !focus.isEmpty();
    }
}
