package pullquote.answer.extractive;

import java.util.List;
import java.util.Set;
import pullquote.retrieval.Word;

/**
 * What a question asks for, read from its words.
 *
 * @param meaning the text whose meaning the answer should be near
 * @param focus stems of whose views it wants, or of what the answer is one of; may be empty
 * @param words the question's words that say what it is about
 * @param stems the stems of these; if it wants somebody's views, only of what these are about
 */
record Asked(Kind kind, String meaning, Set<String> focus, List<Word> words, Set<String> stems) {
    /** Words that say how something is asked and not what; pronouns, auxiliaries and the like have no stem anyway. */
    private static final Set<String> NO_CONTENT = WordList.of("us has will shall may might much many long often far old"
            + " please tell give show want according article say says said also ever name names called type kind sort"
            + " quote quotes quotation exact exactly words verbatim date dates");

    static Asked of(String question, String language) {
        Form form = language.equals("en") ? Form.of(question) : new Form(Kind.THING, "", question);
        List<Word> words = content(question, language);
        Set<String> focus = Word.stems(content(form.focus(), language));
        // What Tokayev says about the investigation is not wherever Tokayev is, but where the investigation is.
        List<Word> topic = form.kind() == Kind.VIEWS ? content(form.topic(), language) : words;
        return new Asked(form.kind(), form.topic(), focus, words, Word.stems(topic));
    }

    private static List<Word> content(String text, String language) {
        return Word.of(text, language).stream()
                .filter(word -> !word.stem().isEmpty() && !NO_CONTENT.contains(word.lower()))
                .toList();
    }

    /** The same without some of its words. */
    Asked without(Set<String> some) {
        List<Word> rest =
                words.stream().filter(word -> !some.contains(word.lower())).toList();
        return new Asked(kind, meaning, focus, rest, Word.stems(rest));
    }

    /** The stems that are no names and no numbers. */
    Set<String> plainStems() {
        return Word.stems(words.stream()
                .filter(word -> !word.isName() && !word.isNumber())
                .toList());
    }

    /** Whether the words of an answer tell that they are one, as a number does for "how many". */
    boolean hasSign() {
        return kind != Kind.THING || !focus.isEmpty();
    }
}
