package pullquote.conversation.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.text.Chunk;
import pullquote.text.EnglishMonths;
import pullquote.text.PosTag;
import pullquote.text.Token;
import pullquote.text.Word;

/**
 * Turns a plain English sentence into questions: "Azimova visited the center" into "Who visited the center?", "Tokayev
 * spoke about the attacks" into "What did Tokayev say about the attacks?", "The bridge was built in 1962" into "When
 * was the bridge built?". Returns no questions for other kinds of sentences.
 */
final class QuestionGenerator {
    private static final int MAX_QUESTION_LENGTH = 120;
    private static final int MIN_OBJECT_WORDS = 3;

    private static final Set<String> OFFICE_NOUNS =
            Set.of(("president minister commissioner activist governor mayor chairman"
                            + " chairwoman director king queen spokesman spokeswoman secretary ambassador judge senator leader"
                            + " founder owner coach teacher doctor scientist researcher engineer police officials experts"
                            + " scientists researchers engineers")
                    .split(" "));
    private static final Set<String> ABOUT_PHRASE_VERBS = Set.of("spoke", "talked", "commented", "speaks");
    private static final Set<String> THAT_CLAUSE_VERBS =
            Set.of(("said noted stated reiterated emphasized emphasised stressed added"
                            + " explained announced reconfirmed believes argued claimed insisted warned")
                    .split(" "));
    /** Verbs with little meaning of their own, or another meaning without the omitted part. */
    private static final Set<String> EXCLUDED_VERBS = Set.of(
            ("was were is are has had have did does do became seemed remained began started came went got made took let"
                            + " wanted needed used tried failed helped including according")
                    .split(" "));

    private static final Set<String> CONTEXT_DEPENDENT_WORDS =
            Set.of(("he she it they him her them his its their this that these those"
                            + " i we you my our your who which what such other another there one some many")
                    .split(" "));
    private static final Pattern YEAR = Pattern.compile("1\\d{3}|20\\d{2}");
    private static final Pattern REMOVABLE_OPENING = Pattern.compile("^It is reported that |^\\p{Lu}[\\p{Lu}-]+ [–—-] "
            + "|^(?:In|On|At|During|After) [^,“”\"]{1,60}, (?=(?:the )?\\p{Lu})");
    private static final Pattern SPECIAL_PUNCTUATION = Pattern.compile("[“”\"«»„(;:]");

    private final String sentence;
    private final List<Chunk> chunks;

    private QuestionGenerator(String sentence) {
        this.sentence = sentence;
        this.chunks = Chunk.parse(Token.tokenize(sentence, Word.tokenize(sentence, "en")));
    }

    static List<String> generate(String sentence) {
        var plain = new QuestionGenerator(REMOVABLE_OPENING.matcher(sentence).replaceFirst(""));
        var questions = new ArrayList<String>();
        plain.findMainVerb().ifPresent(verb -> {
            plain.whoQuestion(verb).ifPresent(questions::add);
            plain.viewsQuestion(verb).ifPresent(questions::add);
            plain.whenQuestion(verb).ifPresent(questions::add);
        });
        return questions.stream()
                .filter(text -> text.length() <= MAX_QUESTION_LENGTH)
                .toList();
    }

    /** Returns the index of the first verb phrase if only its subject precedes it. */
    private Optional<Integer> findMainVerb() {
        for (int i = 0; i < chunks.size(); i++) {
            Chunk phrase = chunks.get(i);
            if (phrase.isVerbPhrase()) {
                return i > 0 && phrase.isFiniteVerb() && !isContextDependent(chunks.get(0))
                        ? Optional.of(i)
                        : Optional.empty();
            }
            boolean conjunction = phrase.isCoordinatingConjunction() && i > 0;
            boolean named =
                    i > 0 && chunks.get(i - 1).isNounPhrase() && phrase.head().tag() == PosTag.PROPN;
            boolean first = i == 0 || chunks.get(i - 1).isCoordinatingConjunction() || named;
            if (!conjunction
                    && !(phrase.isNounPhrase() && (!phrase.preposition().isEmpty() || first))) {
                return Optional.empty();
            }
            if (i == 0 && !phrase.preposition().isEmpty()) {
                return Optional.empty(); // "In his first interview …"
            }
        }
        return Optional.empty();
    }

    private Optional<String> whoQuestion(int verb) {
        Token verbToken = chunks.get(verb).head();
        boolean plain = isSingleVerb(chunks.get(verb))
                && verbToken.tag() == PosTag.VERB
                && !verbToken.lower().endsWith("ing")
                && !THAT_CLAUSE_VERBS.contains(verbToken.lower())
                && !ABOUT_PHRASE_VERBS.contains(verbToken.lower())
                && !EXCLUDED_VERBS.contains(verbToken.lower());
        int end = objectEnd(verb + 1);
        if (!plain
                || !hasOffice(verb)
                || end == verb + 1
                || !chunks.get(verb + 1).preposition().isEmpty()) {
            return Optional.empty();
        }
        return plainText(verbToken.start(), verb + 1, end)
                .filter(object -> isSentenceEnd(end) || isPurposeInfinitive(end))
                .filter(object -> object.split(" ").length >= MIN_OBJECT_WORDS)
                .map(object -> "Who " + object + "?");
    }

    private Optional<String> viewsQuestion(int verb) {
        String said = chunks.get(verb).head().lower();
        if (!isSingleVerb(chunks.get(verb)) || !isSubjectPerson(verb)) {
            return Optional.empty();
        }
        int from = verb + 1;
        if (THAT_CLAUSE_VERBS.contains(said)) {
            boolean that = from < chunks.size()
                    && chunks.get(from).isBoundary()
                    && chunks.get(from).head().lower().equals("that");
            from++;
            if (!that
                    || objectEnd(from) == from
                    || !chunks.get(from).preposition().isEmpty()) {
                return Optional.empty();
            }
        } else if (!ABOUT_PHRASE_VERBS.contains(said)
                || from >= chunks.size()
                || !chunks.get(from).preposition().equals("about")) {
            return Optional.empty();
        }
        int end = objectEnd(from);
        boolean object = THAT_CLAUSE_VERBS.contains(said);
        return end == from
                ? Optional.empty()
                : plainText(startOffset(from), from, end)
                        .filter(topic -> object ? isFiniteVerb(end) : isSentenceEnd(end))
                        .map(topic -> "What did " + subjectText(verb) + " say about " + lowerCaseArticle(topic) + "?");
    }

    private Optional<String> whenQuestion(int verb) {
        List<Token> group = chunks.get(verb).tokens();
        boolean passive = group.size() == 2
                && (group.get(0).lower().equals("was") || group.get(0).lower().equals("were"))
                && group.get(1).tag() == PosTag.VERB
                && !group.get(1).lower().endsWith("ing");
        boolean dated = verb + 2 == chunks.size() - 1
                && chunks.get(verb + 2).isBoundary()
                && (chunks.get(verb + 1).preposition().equals("in")
                        || chunks.get(verb + 1).preposition().equals("on"))
                && chunks.get(verb + 1).tokens().stream().allMatch(QuestionGenerator::isDate);
        return passive && dated && !isSubjectIndefinite(verb)
                ? Optional.of("When " + group.get(0).text() + " " + subjectText(verb) + " "
                        + group.get(1).text() + "?")
                : Optional.empty();
    }

    private static boolean isDate(Token token) {
        return EnglishMonths.fullName(token.text()).isPresent()
                || YEAR.matcher(token.text()).matches()
                || token.tag() == PosTag.NUM;
    }

    /** Returns the end of a chain of noun phrases joined by prepositions, as in "the state of people". */
    private int objectEnd(int from) {
        int end = from;
        while (end < chunks.size()
                && chunks.get(end).isNounPhrase()
                && !isContextDependent(chunks.get(end))
                && (end == from || !chunks.get(end).preposition().isEmpty())) {
            end++;
        }
        return end;
    }

    /** Returns the text in this range, unless it contains a reference to earlier text or special punctuation. */
    private Optional<String> plainText(int start, int first, int end) {
        Token last = chunks.get(end - 1).head();
        String text = sentence.substring(start, last.start() + last.text().length());
        boolean plain = !SPECIAL_PUNCTUATION.matcher(text).find()
                && chunks.subList(first, end).stream().noneMatch(QuestionGenerator::isContextDependent);
        return plain ? Optional.of(text) : Optional.empty();
    }

    /** Returns true if the sentence ends here. A comma is not an end, because a list may follow. */
    private boolean isSentenceEnd(int index) {
        return index == chunks.size()
                || index == chunks.size() - 1 && chunks.get(index).head().text().equals(".");
    }

    /** Returns true for an infinitive of purpose, "… to meet with the detainees", which a question can omit. */
    private boolean isPurposeInfinitive(int index) {
        return index < chunks.size()
                && chunks.get(index).isVerbPhrase()
                && chunks.get(index).tokens().get(0).lower().equals("to");
    }

    private boolean isFiniteVerb(int index) {
        return index < chunks.size() && chunks.get(index).isFiniteVerb();
    }

    /** Returns true if the verb phrase is a single word, adverbs such as "also" aside. */
    private static boolean isSingleVerb(Chunk verb) {
        return verb.tokens().stream().filter(token -> token.tag() != PosTag.ADV).count() == 1;
    }

    /** Returns the offset of a noun phrase in the sentence, without its preposition. */
    private int startOffset(int index) {
        return chunks.get(index).tokens().get(0).start();
    }

    private String subjectText(int verb) {
        Token last = chunks.get(verb - 1).head();
        return lowerCaseArticle(sentence.substring(0, last.start() + last.text().length()));
    }

    /** Lower-cases a leading article. */
    private static String lowerCaseArticle(String text) {
        return text.replaceFirst("^The ", "the ").replaceFirst("^A ", "a ").replaceFirst("^An ", "an ");
    }

    private boolean isSubjectIndefinite(int verb) {
        String first = chunks.get(0).tokens().get(0).lower();
        return !first.equals("the") && chunks.get(0).tokens().get(0).tag() != PosTag.PROPN || verb > 3;
    }

    /** Returns true if the subject has a name or an office. */
    private boolean isSubjectPerson(int verb) {
        Chunk subject = chunks.get(0);
        boolean named = verb == 1
                && subject.head().tag() == PosTag.PROPN
                && subject.tokens().get(0).tag() == PosTag.PROPN;
        return named || hasOffice(verb);
    }

    /** Returns true if the subject has an office; a name alone may be that of a town or a school. */
    private boolean hasOffice(int verb) {
        return chunks.subList(0, verb).stream()
                        .filter(phrase -> phrase.preposition().isEmpty())
                        .flatMap(phrase -> phrase.tokens().stream())
                        .anyMatch(token -> OFFICE_NOUNS.contains(token.lower()))
                || sentence.startsWith("The head of state ");
    }

    private static boolean isContextDependent(Chunk phrase) {
        return phrase.tokens().stream().anyMatch(token -> CONTEXT_DEPENDENT_WORDS.contains(token.lower()));
    }
}
