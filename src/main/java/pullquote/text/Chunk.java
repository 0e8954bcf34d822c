package pullquote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of a sentence that belongs together.
 *
 * @param link the preposition before a noun phrase, empty if there is none, {@link #UNKNOWN_PREPOSITION} if that cannot be told
 */
public record Chunk(Type type, List<Token> tokens, String preposition) {
    public enum Type {
        NOUN_PHRASE,
        VERB_PHRASE,
        BOUNDARY
    }

    public static final String UNKNOWN_PREPOSITION = "?";
    /** Open a clause as well as they open a phrase: "after engineers found cracks". */
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

    /** Belong to the verb before: "set aside". */
    private static final Set<String> VERB_PARTICLES = Set.of("aside", "up", "out", "off", "down", "away", "back");
    /** Taken for verbs of their own at times. */
    private static final Set<String> AUXILIARIES = Set.of("have", "has", "had", "having", "be", "been", "being");

    /** What the phrase is about: its last word. */
    public Token head() {
        return tokens.get(tokens.size() - 1);
    }

    /** Stems of its words. */
    public Set<String> stems() {
        return tokens.stream().map(Token::stem).filter(stem -> !stem.isEmpty()).collect(Collectors.toSet());
    }

    /** "Its director": whose, has been said before. */
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

    /** Whether it is a verb that has a subject: no "to go", no "going". */
    public boolean isFiniteVerb() {
        return isVerbPhrase()
                && tokens.stream().noneMatch(token -> token.lower().equals("to"))
                && !(tokens.size() == 1 && head().lower().endsWith("ing"));
    }

    /** Whether a noun goes on with a list: "with protests and looting", but not "in Turkistan, she learned". */
    public static boolean isListItem(List<Chunk> phrases, int at) {
        if (at < 2 || !phrases.get(at - 1).isBoundary() || !phrases.get(at - 2).isNounPhrase()) {
            return false;
        }
        return phrases.get(at - 1).isCoordinatingConjunction()
                || at + 1 == phrases.size()
                || !phrases.get(at + 1).isVerbPhrase();
    }

    public static List<Chunk> parse(List<Token> tokens) {
        var phrases = new ArrayList<Chunk>();
        String link = "";
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            int noun = endOfNounPhrase(tokens, i);
            int verb = endOfVerbPhrase(tokens, i);
            if (token.lower().equals("at")
                    && i + 1 < tokens.size()
                    && EnglishNumberWords.isNumberWord(tokens.get(i + 1).lower())) {
                i++;
            } else if (token.lower().equals("according") && i + 1 < tokens.size()) {
                link = "according";
                i += 2;
            } else if (noun > i) {
                addNounPhrase(tokens.subList(i, noun), link, phrases);
                link = "";
                i = noun;
            } else if (verb > i) {
                var phrase = new Chunk(Type.VERB_PHRASE, tokens.subList(i, verb), "");
                extractSubordinator(phrase, phrases);
                phrases.add(phrase);
                link = "";
                i = verb;
            } else {
                boolean particle = VERB_PARTICLES.contains(token.lower())
                        && i > 0
                        && tokens.get(i - 1).isVerbal();
                if (!particle && (token.tag() == PosTag.ADP || PrepositionClasses.isOftenMistagged(token.lower()))) {
                    link = token.lower();
                } else if (token.isBoundary()) {
                    phrases.add(new Chunk(Type.BOUNDARY, List.of(token), ""));
                    link = "";
                }
                i++;
            }
        }
        return phrases;
    }

    /** Behind a title, as in "for Human Rights Elvira Azimova", nobody can tell where the name hangs. */
    private static void addNounPhrase(List<Token> tokens, String link, List<Chunk> phrases) {
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
            phrases.add(new Chunk(Type.NOUN_PHRASE, tokens.subList(0, split), link));
            phrases.add(new Chunk(
                    Type.NOUN_PHRASE,
                    tokens.subList(split, tokens.size()),
                    link.isEmpty() || link.equals("by") ? link : UNKNOWN_PREPOSITION));
        } else {
            phrases.add(new Chunk(Type.NOUN_PHRASE, tokens, link));
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

    /** The end of the noun phrase that begins here, or here if there is none. */
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

    /** Such as "armed" in "armed terrorists". */
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
                boolean helps = AUXILIARIES.contains(token.lower())
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).tag() == PosTag.VERB;
                if (token.tag() == PosTag.VERB && !helps) {
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
