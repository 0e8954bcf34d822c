package pullquote.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.answer.proof.Phrase;
import pullquote.answer.proof.Tag;
import pullquote.answer.proof.Token;
import pullquote.retrieval.Word;

/** The noun phrases of a sentence, with their words as they are written. English so far. */
final class Nouns {
    /**
     * A noun phrase.
     *
     * @param text as it stands, without the article's "Its" or "Her"
     * @param at its place among the phrases of the sentence
     */
    record Noun(String text, Phrase phrase, int at) {
        boolean isName() {
            return phrase.tokens().stream().anyMatch(token -> token.tag() == Tag.PROPN);
        }

        boolean isPlural() {
            String head = phrase.head().lower();
            return text.contains(" and ") || head.endsWith("s") && !head.endsWith("ss") || PLURALS.contains(head);
        }

        /** Words that mean something only with what follows: "the symptoms of …". */
        boolean isGeneric() {
            return Nouns.isGeneric(phrase.head().lower());
        }

        /** One noun, whatever adjectives it has. */
        boolean isPlain() {
            return phrase.tokens().stream()
                            .filter(token -> token.tag() == Tag.NOUN)
                            .count()
                    == 1;
        }

        /** "The system": it was brought up before. */
        boolean isBareDefinite() {
            return phrase.tokens().size() == 2
                    && phrase.tokens().get(0).lower().equals("the")
                    && !isName()
                    && !text.contains(" of ");
        }

        /** Where it begins in its sentence. */
        int start() {
            return phrase.tokens().get(0).start();
        }
    }

    private static final Set<String> PLURALS = Set.of("people", "men", "women", "children", "police");
    private static final Set<String> GENERIC =
            Set.of(("difference type kind example cause effect symptom history reason purpose"
                            + " way thing origin role part benefit advantage disadvantage meaning name number importance impact"
                            + " theory finding theme key cost price size age definition significance characteristic some one lot best largest main"
                            + " other more factor issue problem result aspect form version")
                    .split(" "));
    private static final Set<String> TIMES =
            Set.of("day", "days", "week", "month", "year", "years", "today", "time", "times", "century", "night");
    private static final Set<String> DOING = Set.of("do", "does", "did");
    /** They open a sentence as verbs, whatever they are taken for. */
    private static final Set<String> OPENING_VERBS =
            Set.of(("tell describe explain give show compare list define discuss let can could do does did will would"
                            + " should is are was were has have had")
                    .split(" "));

    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    private final String text;
    private final List<Token> tokens;
    private final List<Phrase> phrases;

    private Nouns(String text) {
        this.text = text;
        this.tokens = withVerbsInFront(Token.of(text, Word.of(text, "en")));
        this.phrases = Phrase.of(withoutVerbAtEnd(tokens));
    }

    /** "Tell me, how do I get back into it?": nothing called Tell. */
    private static List<Token> withVerbsInFront(List<Token> tokens) {
        var corrected = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean opens =
                    corrected.isEmpty() || corrected.get(corrected.size() - 1).tag() == Tag.PUNCT;
            boolean verb = opens && !token.isVerbal() && OPENING_VERBS.contains(token.lower());
            corrected.add(verb ? new Token(token.text(), token.stem(), Tag.VERB, token.start()) : token);
        }
        return corrected;
    }

    /** "How does the US Electoral College work": no work of that college. */
    private static List<Token> withoutVerbAtEnd(List<Token> tokens) {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).tag() == Tag.PUNCT) {
            last--;
        }
        boolean asksForDoing = tokens.stream().limit(4).anyMatch(token -> DOING.contains(token.lower()));
        boolean verb = last > 1
                && asksForDoing
                && tokens.get(last).tag() == Tag.NOUN
                && tokens.get(last - 1).isNominal()
                && tokens.stream().noneMatch(token -> token.tag() == Tag.VERB);
        return verb ? tokens.subList(0, last) : tokens;
    }

    /** Whether a word means something only with what follows. */
    static boolean isGeneric(String word) {
        return GENERIC.contains(word.replaceAll("s$", ""));
    }

    static Nouns of(String text) {
        return new Nouns(text);
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** All that name something: no pronouns, question words, dates or bare numbers. */
    List<Noun> all() {
        var nouns = new ArrayList<Noun>();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            if (phrase.isNoun() && names(phrase)) {
                nouns.add(new Noun(text(i), phrase, i));
            }
        }
        return nouns;
    }

    private static boolean names(Phrase phrase) {
        Token head = phrase.head();
        return !phrase.stems().isEmpty()
                && head.tag() != Tag.PRON
                && !TIMES.contains(head.lower())
                && !NUMBER.matcher(head.text()).matches()
                && !Pronouns.isOne(head.lower());
    }

    /** Its words, and those of the phrases that "of" hangs on it. */
    private String text(int at) {
        int end = at;
        while (end + 1 < phrases.size()
                && phrases.get(end + 1).isNoun()
                && phrases.get(end + 1).link().equals("of")) {
            end++;
        }
        return between(phrases.get(at), phrases.get(end));
    }

    /** Whether the word there belongs to a noun behind: "this theory". */
    boolean isDeterminer(int start) {
        return tokens.stream()
                .anyMatch(token -> token.start() == start
                        && (token.tag() == Tag.DET || token.tag() == Tag.SCONJ)
                        && !token.isPossessivePronoun());
    }

    /** Whether something is done to it, or said about it; who does it is asked about in another way. */
    boolean isObject(Noun noun) {
        return !noun.phrase().link().isEmpty()
                || noun.at() > 0
                        && phrases.get(noun.at() - 1).isVerb()
                        && phrases.get(noun.at() - 1).head().tag() == Tag.VERB;
    }

    /** The words from one phrase to the end of another. */
    String between(Phrase first, Phrase last) {
        Token from = first.tokens().get(0);
        Token to = last.head();
        return text.substring(from.start(), to.start() + to.text().length()).strip();
    }

    /** Who does it in the first clause that is no saying so: "Elvira Azimova and Zhemis Turmagambetova"; empty if unclear. */
    String subject() {
        for (int verb = 1; verb < phrases.size(); verb++) {
            if (!phrases.get(verb).isFinite() || !phrases.get(verb - 1).isNoun()) {
                continue;
            }
            int first = verb - 1;
            while (first > 0 && (phrases.get(first - 1).isNoun() || isAnd(first - 1))) {
                first--;
            }
            String subject = between(phrases.get(first), phrases.get(verb - 1));
            boolean named = phrases.subList(first, verb).stream().anyMatch(phrase -> phrase.isNoun() && names(phrase));
            if (named) {
                return subject;
            }
        }
        return "";
    }

    private boolean isAnd(int at) {
        return phrases.get(at).isConjunction() && at > 0 && phrases.get(at - 1).isNoun();
    }

    /** Where it happened: "the pre-trial detention center", said of a place or visited; empty if nowhere is named. */
    String place() {
        for (Noun noun : all()) {
            if (Set.of("in", "at").contains(noun.phrase().link())) {
                return noun.phrase().link() + " " + noun.text();
            }
        }
        for (Noun noun : all()) {
            boolean object = noun.at() > 0 && phrases.get(noun.at() - 1).isVerb();
            if (object) {
                return "at " + noun.text();
            }
        }
        return "";
    }
}
