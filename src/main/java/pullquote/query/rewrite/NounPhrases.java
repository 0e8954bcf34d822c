package pullquote.query.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.text.Chunk;
import pullquote.text.PosTag;
import pullquote.text.Token;
import pullquote.text.Word;

/** Finds the noun phrases of a sentence as they are written. Supports English only. */
final class NounPhrases {
    /**
     * Holds a noun phrase.
     *
     * @param text the phrase as written, with the phrases that "of" attaches to it
     * @param chunk the phrase itself
     * @param index position among the chunks of the sentence, from 0
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

        /** Returns true if the noun needs a complement: "the symptoms of …". */
        boolean isGeneric() {
            return NounPhrases.isGeneric(chunk.head().lower());
        }

        /** Returns true if the phrase has exactly one noun, with any number of adjectives. */
        boolean isSingleNoun() {
            return chunk.tokens().stream()
                            .filter(token -> token.tag() == PosTag.NOUN)
                            .count()
                    == 1;
        }

        /** Returns true for "the" and a single noun, which refers to something mentioned before: "the system". */
        boolean isBareDefinite() {
            return chunk.tokens().size() == 2
                    && chunk.tokens().get(0).lower().equals("the")
                    && !isName()
                    && !text.contains(" of ");
        }

        /** Returns its offset in the sentence. */
        int start() {
            return chunk.tokens().get(0).start();
        }
    }

    private static final Set<String> IRREGULAR_PLURALS = Set.of("people", "men", "women", "children", "police");
    private static final Set<String> GENERIC_NOUNS =
            Set.of(("difference type kind example cause effect symptom history reason purpose way thing origin role"
                            + " part benefit advantage disadvantage meaning name number importance impact theory finding theme key"
                            + " cost price size age definition significance characteristic some one lot best largest main other"
                            + " more factor issue problem result aspect form version")
                    .split(" "));
    private static final Set<String> TIME_NOUNS =
            Set.of("day", "days", "week", "month", "year", "years", "today", "time", "times", "century", "night");
    private static final Set<String> DO_AUXILIARIES = Set.of("do", "does", "did");
    /** Words that are verbs at the start of a sentence, whatever the tagger says. */
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

    /** Tags verbs at the start of a clause: in "Tell me, how do I get back into it?", "Tell" is not a name. */
    private static List<Token> tagInitialVerbs(List<Token> tokens) {
        var corrected = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean atClauseStart =
                    corrected.isEmpty() || corrected.get(corrected.size() - 1).tag() == PosTag.PUNCT;
            boolean verb = atClauseStart && !token.isVerbal() && SENTENCE_INITIAL_VERBS.contains(token.lower());
            corrected.add(verb ? new Token(token.text(), token.stem(), PosTag.VERB, token.start()) : token);
        }
        return corrected;
    }

    /** Removes a verb that was tagged as a noun at the end of a question: "How does the US Electoral College work". */
    private static List<Token> dropFinalVerb(List<Token> tokens) {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).tag() == PosTag.PUNCT) {
            last--;
        }
        boolean hasDoAuxiliary = tokens.stream().limit(4).anyMatch(token -> DO_AUXILIARIES.contains(token.lower()));
        boolean verb = last > 1
                && hasDoAuxiliary
                && tokens.get(last).tag() == PosTag.NOUN
                && tokens.get(last - 1).isNominal()
                && tokens.stream().noneMatch(token -> token.tag() == PosTag.VERB);
        return verb ? tokens.subList(0, last) : tokens;
    }

    /** Returns true if a noun needs a complement: "the symptoms of …". */
    static boolean isGeneric(String word) {
        return GENERIC_NOUNS.contains(word.replaceAll("s$", ""));
    }

    static NounPhrases of(String text) {
        return new NounPhrases(text);
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Returns the phrases that name something: no pronouns, question words, dates or bare numbers. */
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

    /** Returns the text of a chunk with the chunks that "of" attaches to it. */
    private String fullText(int at) {
        int end = at;
        while (end + 1 < chunks.size()
                && chunks.get(end + 1).isNounPhrase()
                && chunks.get(end + 1).preposition().equals("of")) {
            end++;
        }
        return textBetween(chunks.get(at), chunks.get(end));
    }

    /** Returns true if the word at this offset is a determiner of the following noun: "this theory". */
    boolean isDeterminerAt(int start) {
        return tokens.stream()
                .anyMatch(token -> token.start() == start
                        && (token.tag() == PosTag.DET || token.tag() == PosTag.SCONJ)
                        && !token.isPossessivePronoun());
    }

    /** Returns true if the noun is an object or follows a preposition. Subjects are asked about in another way. */
    boolean isObject(NounPhrase noun) {
        return !noun.chunk().preposition().isEmpty()
                || noun.index() > 0
                        && chunks.get(noun.index() - 1).isVerbPhrase()
                        && chunks.get(noun.index() - 1).head().tag() == PosTag.VERB;
    }

    /** Returns the text from the start of one chunk to the end of another. */
    String textBetween(Chunk first, Chunk last) {
        Token from = first.tokens().get(0);
        Token to = last.head();
        return text.substring(from.start(), to.start() + to.text().length()).strip();
    }

    /**
     * Returns the subject of the first finite verb that has a named one, with coordinated nouns: "Elvira Azimova and
     * Zhemis Turmagambetova"; empty if there is none.
     */
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

    /**
     * Returns the place of the sentence with a preposition: "at the pre-trial detention center". The phrase after "in"
     * or "at" or else the object of a verb; empty if there is none.
     */
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
