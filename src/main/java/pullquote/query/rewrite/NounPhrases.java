package pullquote.query.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.text.Chunk;
import pullquote.text.PosTag;
import pullquote.text.Token;
import pullquote.text.Word;

/** The noun phrases of a sentence, with their words as they are written. English so far. */
final class NounPhrases {
    /**
     * A noun phrase.
     *
     * @param text as it stands, without the article's "Its" or "Her"
     * @param at its place among the phrases of the sentence
     */
    record NounPhrase(String text, Chunk chunk, int index) {
        boolean isName() {
            return chunk.tokens().stream().anyMatch(token -> token.tag() == PosTag.PROPN);
        }

        boolean isPlural() {
            String head = chunk.head().lower();
            return text.contains(" and ")
                    || head.endsWith("s") && !head.endsWith("ss")
                    || IRREGULAR_PLURALS.contains(head);
        }

        /** Words that mean something only with what follows: "the symptoms of …". */
        boolean isGeneric() {
            return NounPhrases.isGeneric(chunk.head().lower());
        }

        /** One noun, whatever adjectives it has. */
        boolean isSingleNoun() {
            return chunk.tokens().stream()
                            .filter(token -> token.tag() == PosTag.NOUN)
                            .count()
                    == 1;
        }

        /** "The system": it was brought up before. */
        boolean isBareDefinite() {
            return chunk.tokens().size() == 2
                    && chunk.tokens().get(0).lower().equals("the")
                    && !isName()
                    && !text.contains(" of ");
        }

        /** Where it begins in its sentence. */
        int start() {
            return chunk.tokens().get(0).start();
        }
    }

    private static final Set<String> IRREGULAR_PLURALS = Set.of("people", "men", "women", "children", "police");
    private static final Set<String> GENERIC_NOUNS =
            Set.of(("difference type kind example cause effect symptom history reason purpose"
                            + " way thing origin role part benefit advantage disadvantage meaning name number importance impact"
                            + " theory finding theme key cost price size age definition significance characteristic some one lot best largest main"
                            + " other more factor issue problem result aspect form version")
                    .split(" "));
    private static final Set<String> TIME_NOUNS =
            Set.of("day", "days", "week", "month", "year", "years", "today", "time", "times", "century", "night");
    private static final Set<String> DO_AUXILIARIES = Set.of("do", "does", "did");
    /** They open a sentence as verbs, whatever they are taken for. */
    private static final Set<String> SENTENCE_INITIAL_VERBS =
            Set.of(("tell describe explain give show compare list define discuss let can could do does did will would"
                            + " should is are was were has have had")
                    .split(" "));

    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    private final String text;
    private final List<Token> tokens;
    private final List<Chunk> chunks;

    private NounPhrases(String text) {
        this.text = text;
        this.tokens = tagInitialVerbs(Token.tokenize(text, Word.tokenize(text, "en")));
        this.chunks = Chunk.parse(dropFinalVerb(tokens));
    }

    /** "Tell me, how do I get back into it?": nothing called Tell. */
    private static List<Token> tagInitialVerbs(List<Token> tokens) {
        var corrected = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean opens =
                    corrected.isEmpty() || corrected.get(corrected.size() - 1).tag() == PosTag.PUNCT;
            boolean verb = opens && !token.isVerbal() && SENTENCE_INITIAL_VERBS.contains(token.lower());
            corrected.add(verb ? new Token(token.text(), token.stem(), PosTag.VERB, token.start()) : token);
        }
        return corrected;
    }

    /** "How does the US Electoral College work": no work of that college. */
    private static List<Token> dropFinalVerb(List<Token> tokens) {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).tag() == PosTag.PUNCT) {
            last--;
        }
        boolean asksForDoing = tokens.stream().limit(4).anyMatch(token -> DO_AUXILIARIES.contains(token.lower()));
        boolean verb = last > 1
                && asksForDoing
                && tokens.get(last).tag() == PosTag.NOUN
                && tokens.get(last - 1).isNominal()
                && tokens.stream().noneMatch(token -> token.tag() == PosTag.VERB);
        return verb ? tokens.subList(0, last) : tokens;
    }

    /** Whether a word means something only with what follows. */
    static boolean isGeneric(String word) {
        return GENERIC_NOUNS.contains(word.replaceAll("s$", ""));
    }

    static NounPhrases of(String text) {
        return new NounPhrases(text);
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** All that name something: no pronouns, question words, dates or bare numbers. */
    List<NounPhrase> all() {
        var nouns = new ArrayList<NounPhrase>();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk phrase = chunks.get(i);
            if (phrase.isNounPhrase() && isReferential(phrase)) {
                nouns.add(new NounPhrase(fullText(i), phrase, i));
            }
        }
        return nouns;
    }

    private static boolean isReferential(Chunk phrase) {
        Token head = phrase.head();
        return !phrase.stems().isEmpty()
                && head.tag() != PosTag.PRON
                && !TIME_NOUNS.contains(head.lower())
                && !NUMBER.matcher(head.text()).matches()
                && !PronounResolver.isPronoun(head.lower());
    }

    /** Its words, and those of the phrases that "of" hangs on it. */
    private String fullText(int at) {
        int end = at;
        while (end + 1 < chunks.size()
                && chunks.get(end + 1).isNounPhrase()
                && chunks.get(end + 1).preposition().equals("of")) {
            end++;
        }
        return textBetween(chunks.get(at), chunks.get(end));
    }

    /** Whether the word there belongs to a noun behind: "this theory". */
    boolean isDeterminerAt(int start) {
        return tokens.stream()
                .anyMatch(token -> token.start() == start
                        && (token.tag() == PosTag.DET || token.tag() == PosTag.SCONJ)
                        && !token.isPossessivePronoun());
    }

    /** Whether something is done to it, or said about it; who does it is asked about in another way. */
    boolean isObject(NounPhrase noun) {
        return !noun.chunk().preposition().isEmpty()
                || noun.index() > 0
                        && chunks.get(noun.index() - 1).isVerbPhrase()
                        && chunks.get(noun.index() - 1).head().tag() == PosTag.VERB;
    }

    /** The words from one phrase to the end of another. */
    String textBetween(Chunk first, Chunk last) {
        Token from = first.tokens().get(0);
        Token to = last.head();
        return text.substring(from.start(), to.start() + to.text().length()).strip();
    }

    /** Who does it in the first clause that is no saying so: "Elvira Azimova and Zhemis Turmagambetova"; empty if unclear. */
    String subject() {
        for (int verb = 1; verb < chunks.size(); verb++) {
            if (!chunks.get(verb).isFiniteVerb() || !chunks.get(verb - 1).isNounPhrase()) {
                continue;
            }
            int first = verb - 1;
            while (first > 0 && (chunks.get(first - 1).isNounPhrase() || isCoordination(first - 1))) {
                first--;
            }
            String subject = textBetween(chunks.get(first), chunks.get(verb - 1));
            boolean named = chunks.subList(first, verb).stream()
                    .anyMatch(phrase -> phrase.isNounPhrase() && isReferential(phrase));
            if (named) {
                return subject;
            }
        }
        return "";
    }

    private boolean isCoordination(int at) {
        return chunks.get(at).isCoordinatingConjunction()
                && at > 0
                && chunks.get(at - 1).isNounPhrase();
    }

    /** Where it happened: "the pre-trial detention center", said of a place or visited; empty if nowhere is named. */
    String placePhrase() {
        for (NounPhrase noun : all()) {
            if (Set.of("in", "at").contains(noun.chunk().preposition())) {
                return noun.chunk().preposition() + " " + noun.text();
            }
        }
        for (NounPhrase noun : all()) {
            boolean object = noun.index() > 0 && chunks.get(noun.index() - 1).isVerbPhrase();
            if (object) {
                return "at " + noun.text();
            }
        }
        return "";
    }
}
