package pullquote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Represents a phrase of a sentence or a boundary between phrases.
 *
 * @param type the type of phrase
 * @param tokens the tokens of the phrase in order
 * @param preposition the preposition before a noun phrase; empty if there is none, {@link #UNKNOWN_PREPOSITION} if it
 *     is unclear
 */
public record Chunk(Type type, List<Token> tokens, String preposition) {
    public enum Type {
        NOUN_PHRASE,
        VERB_PHRASE,
        BOUNDARY
    }

    public static final String UNKNOWN_PREPOSITION = "?";
    /** Words that introduce a clause or a phrase: "after engineers found cracks", "after the storm". */
    private static final Set<String> SUBORDINATORS = Set.of(
            "after",
            "before",
            "since",
            "until",
            "as",
            "while",
            "when",
            "because",
            "if",
            "although",
            "though",
            "unless");

    /** Particles that belong to the preceding verb: "set aside". */
    private static final Set<String> VERB_PARTICLES = Set.of("aside", "up", "out", "off", "down", "away", "back");
    /** Auxiliaries that the tagger sometimes tags as main verbs. */
    private static final Set<String> AUXILIARIES = Set.of("have", "has", "had", "having", "be", "been", "being");

    /** Returns the head of the phrase, its last word. */
    public Token head() {
        return tokens.get(tokens.size() - 1);
    }

    /** Returns the stems of the words, without stop words. */
    public Set<String> stems() {
        return tokens.stream().map(Token::stem).filter(stem -> !stem.isEmpty()).collect(Collectors.toSet());
    }

    /** Returns true if the phrase starts with a possessive pronoun, as in "its director". */
    public boolean hasPossessivePronoun() {
        return tokens.get(0).isPossessivePronoun();
    }

    public boolean isNounPhrase() {
        return type == Type.NOUN_PHRASE;
    }

    public boolean isVerbPhrase() {
        return type == Type.VERB_PHRASE;
    }

    public boolean isBoundary() {
        return type == Type.BOUNDARY;
    }

    public boolean isCoordinatingConjunction() {
        return isBoundary() && head().tag() == PosTag.CCONJ;
    }

    /** Returns true for a verb phrase that has a subject; false for "to go" and "going". */
    public boolean isFiniteVerb() {
        return isVerbPhrase()
                && tokens.stream().noneMatch(token -> token.lower().equals("to"))
                && !(tokens.size() == 1 && head().lower().endsWith("ing"));
    }

    /**
     * Returns true if a noun phrase continues a list: "with protests and looting", but not "in Turkistan, she
     * learned".
     */
    public static boolean isListItem(List<Chunk> phrases, int at) {
        if (at < 2 || !phrases.get(at - 1).isBoundary() || !phrases.get(at - 2).isNounPhrase()) {
            return false;
        }
        return phrases.get(at - 1).isCoordinatingConjunction()
                || at + 1 == phrases.size()
                || !phrases.get(at + 1).isVerbPhrase();
    }

    /** Splits the tokens of a sentence into phrases. */
    public static List<Chunk> parse(List<Token> tokens) {
        var phrases = new ArrayList<Chunk>();
        String preposition = "";
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            int noun = endOfNounPhrase(tokens, i);
            int verb = endOfVerbPhrase(tokens, i);
            if (token.lower().equals("at")
                    && i + 1 < tokens.size()
                    && EnglishNumberWords.isNumberWord(tokens.get(i + 1).lower())) {
                i++;
            } else if (token.lower().equals("according") && i + 1 < tokens.size()) {
                preposition = "according";
                i += 2;
            } else if (noun > i) {
                addNounPhrase(tokens.subList(i, noun), preposition, phrases);
                preposition = "";
                i = noun;
            } else if (verb > i) {
                var phrase = new Chunk(Type.VERB_PHRASE, tokens.subList(i, verb), "");
                extractSubordinator(phrase, phrases);
                phrases.add(phrase);
                preposition = "";
                i = verb;
            } else {
                boolean particle = VERB_PARTICLES.contains(token.lower())
                        && i > 0
                        && tokens.get(i - 1).isVerbal();
                if (!particle && (token.tag() == PosTag.ADP || PrepositionClasses.isOftenMistagged(token.lower()))) {
                    preposition = token.lower();
                } else if (token.isBoundary()) {
                    phrases.add(new Chunk(Type.BOUNDARY, List.of(token), ""));
                    preposition = "";
                }
                i++;
            }
        }
        return phrases;
    }

    /**
     * Adds a noun phrase. Splits it before a name, as in "for Human Rights Elvira Azimova": the preposition may not
     * apply to the name.
     */
    private static void addNounPhrase(List<Token> tokens, String preposition, List<Chunk> phrases) {
        int split = 0;
        for (int i = 1; i < tokens.size() && split == 0; i++) {
            boolean opensName =
                    tokens.get(i).tag() == PosTag.PROPN && tokens.get(i - 1).tag() == PosTag.NOUN;
            boolean opensPerson = Word.isPersonStem(tokens.get(i).stem())
                    && tokens.get(i - 1).isNominal()
                    && !Word.isPersonStem(tokens.get(i - 1).stem());
            split = opensName || opensPerson ? i : 0;
        }
        if (split > 0 && tokens.get(tokens.size() - 1).tag() == PosTag.PROPN) {
            phrases.add(new Chunk(Type.NOUN_PHRASE, tokens.subList(0, split), preposition));
            phrases.add(new Chunk(
                    Type.NOUN_PHRASE,
                    tokens.subList(split, tokens.size()),
                    preposition.isEmpty() || preposition.equals("by") ? preposition : UNKNOWN_PREPOSITION));
        } else {
            phrases.add(new Chunk(Type.NOUN_PHRASE, tokens, preposition));
        }
    }

    private static void extractSubordinator(Chunk verb, List<Chunk> phrases) {
        int last = phrases.size() - 1;
        if (last < 0 || !verb.isFiniteVerb() || !phrases.get(last).isNounPhrase()) {
            return;
        }
        Chunk subject = phrases.get(last);
        if (SUBORDINATORS.contains(subject.preposition())) {
            phrases.set(
                    last,
                    new Chunk(
                            Type.BOUNDARY,
                            List.of(new Token(
                                    subject.preposition(),
                                    "",
                                    PosTag.SCONJ,
                                    subject.head().start())),
                            ""));
            phrases.add(new Chunk(Type.NOUN_PHRASE, subject.tokens(), ""));
        }
    }

    /** Returns the end of the noun phrase that starts at {@code from}, or {@code from} if there is none. */
    private static int endOfNounPhrase(List<Token> tokens, int from) {
        int end = from;
        boolean open = false;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean pronoun = token.tag() == PosTag.PRON && !token.isPossessivePronoun();
            if (token.isNominal()) {
                if (pronoun && open) {
                    break;
                }
                end = i + 1;
                if (pronoun) {
                    break;
                }
            } else if (token.tag() == PosTag.DET && !token.isRelative()) {
                if (open) {
                    break;
                }
            } else if (!(token.tag() == PosTag.ADJ
                    || token.isPossessiveEnding() && open
                    || token.tag() == PosTag.ADV && open && end == from
                    || token.tag() == PosTag.CCONJ
                            && open
                            && tokens.get(i - 1).tag() == PosTag.ADJ
                            && nextHasTag(tokens, i, PosTag.ADJ)
                    || token.tag() == PosTag.VERB && isParticipialAdjective(tokens, i))) {
                break;
            }
            open = true;
        }
        return end;
    }

    private static boolean nextHasTag(List<Token> tokens, int at, PosTag tag) {
        return at + 1 < tokens.size() && tokens.get(at + 1).tag() == tag;
    }

    /** Returns true for a participle before a noun, for example "armed" in "armed terrorists". */
    private static boolean isParticipialAdjective(List<Token> tokens, int at) {
        if (at == 0 || at + 1 == tokens.size()) {
            return false;
        }
        Token before = tokens.get(at - 1);
        Token next = tokens.get(at + 1);
        return (before.tag() == PosTag.DET
                        || before.tag() == PosTag.ADJ
                        || before.tag() == PosTag.ADP
                        || before.tag() == PosTag.PROPN
                                && tokens.get(at).lower().endsWith("ing")
                        || before.isPossessivePronoun()
                        || before.text().equals(")")
                        || tokens.get(at).lower().endsWith("ing")
                                && (before.text().equals(",") || before.tag() == PosTag.CCONJ)
                        || before.isPossessiveEnding())
                && (next.tag() == PosTag.NOUN || next.tag() == PosTag.ADJ || next.tag() == PosTag.PROPN);
    }

    private static int endOfVerbPhrase(List<Token> tokens, int from) {
        int end = from;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isVerbal()) {
                end = i + 1;
                boolean isAuxiliary = AUXILIARIES.contains(token.lower())
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).tag() == PosTag.VERB;
                if (token.tag() == PosTag.VERB && !isAuxiliary) {
                    break;
                }
            } else if (token.tag() != PosTag.PART
                    && token.tag() != PosTag.ADV
                    && !token.lower().equals("to")) {
                break;
            }
        }
        return end;
    }
}
