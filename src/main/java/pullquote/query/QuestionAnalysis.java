package pullquote.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.text.Word;

/**
 * Describes what a question asks for, derived from its words.
 *
 * @param language the language the text was analyzed in
 * @param contentText the text that the answer should be similar to: the topic of a question about views, otherwise the
 *     whole question
 * @param focus stems of the speaker whose views are asked for, or of the noun that the answer is an instance of; can be
 *     empty
 * @param words the content words of the question
 * @param stems the stems of the content words; for a question about views, only those of the topic
 * @param senses alternative meanings by stem, as stems; only words translated word by word have them
 */
public record QuestionAnalysis(
        String language,
        AnswerType answerType,
        String contentText,
        Set<String> focus,
        List<Word> words,
        Set<String> stems,
        Map<String, Set<String>> senses) {
    /** Left out because "how much" already implies it. */
    private static final Set<String> MONEY = Set.of("money");

    public static QuestionAnalysis of(String question, String language) {
        return of(question, language, Map.of());
    }

    /**
     * Analyzes a question that was translated word by word.
     *
     * @param senses alternative meanings of its words
     */
    public static QuestionAnalysis of(String question, String language, Map<String, Set<String>> senses) {
        QuestionClassifier classified =
                language.equals("en") ? QuestionClassifier.of(question) : QuestionPatterns.classify(question, language);
        List<Word> words = contentWords(question, language).stream()
                .filter(word -> classified.answerType() != AnswerType.MONEY || !MONEY.contains(word.lower()))
                .toList();
        Set<String> focus = Word.stems(contentWords(classified.focus(), language));
        // The answer is where the investigation is mentioned, not wherever Tokayev is.
        List<Word> topic =
                classified.answerType() == AnswerType.VIEWS ? contentWords(classified.topic(), language) : words;
        return new QuestionAnalysis(
                language,
                classified.answerType(),
                classified.topic(),
                focus,
                words,
                Word.stems(topic),
                stems(senses, language));
    }

    private static Map<String, Set<String>> stems(Map<String, Set<String>> senses, String language) {
        var stems = new HashMap<String, Set<String>>();
        senses.forEach((word, others) -> {
            for (String stem : Word.stems(Word.tokenize(word, language))) {
                Set<String> alternatives = stems.computeIfAbsent(stem, s -> new HashSet<>());
                others.forEach(other -> alternatives.addAll(Word.stems(Word.tokenize(other, language))));
            }
        });
        return Map.copyOf(stems);
    }

    /** Returns true if the stems contain the stem or one of its alternative meanings. */
    public boolean containsAnySense(Set<String> candidates, String stem) {
        return candidates.contains(stem)
                || senses.getOrDefault(stem, Set.of()).stream().anyMatch(candidates::contains);
    }

    private static List<Word> contentWords(String text, String language) {
        return Word.tokenize(text, language).stream()
                .filter(word -> !word.stem().isEmpty() && !WordClass.ASKING.contains(word, language))
                .toList();
    }

    /** Returns the same analysis without the words of a class. */
    public QuestionAnalysis withoutClass(WordClass wordClass) {
        List<Word> rest = words.stream()
                .filter(word -> !wordClass.contains(word, language))
                .toList();
        return new QuestionAnalysis(language, answerType, contentText, focus, rest, Word.stems(rest), senses);
    }

    /** Returns the stems that are neither names nor numbers. */
    public Set<String> contentStems() {
        return Word.stems(words.stream()
                .filter(word -> !word.isName() && !word.isNumber())
                .toList());
    }

    /** Returns the stems of its names. */
    public Set<String> nameStems() {
        return Word.stems(words.stream().filter(Word::isName).toList());
    }

    /** Returns true if the question only asks who a person is: "Who is Tokayev?". */
    public boolean isDefinitionOfPerson() {
        return answerType == AnswerType.PERSON
                && contentStems().isEmpty()
                && !nameStems().isEmpty();
    }

    /** Returns the stem of the first content word, which is usually the thing asked about. */
    public Optional<String> headStem() {
        return words.stream().map(Word::stem).findFirst();
    }

    /** Returns true if a sentence can be checked for the type of answer, as a number for "how many". */
    public boolean hasSpecificAnswerType() {
        return answerType != AnswerType.THING || !focus.isEmpty();
    }
}
