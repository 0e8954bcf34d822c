package pullquote.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pullquote.text.Chunk;
import pullquote.text.EnglishNumberWords;
import pullquote.text.PosTag;
import pullquote.text.ReportedSpeech;
import pullquote.text.Token;

/**
 * Splits a chunked sentence into clauses. This is not a full parser: {@link Clause#possibleSpeakers} and
 * {@link Clause#subjectInferred} mark results that are uncertain.
 */
final class ClauseSplitter {
    private static final Set<String> BE_FORMS = Set.of("is", "was", "were", "are", "be", "been", "being", "am", "'s");

    /** Nouns that express a time. They are treated as neither subject nor object. */
    private static final Set<String> TIME_NOUNS =
            Set.of(("day days week weeks month months year years century centuries decade decades morning afternoon"
                            + " evening night monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter"
                            + " weekend time today yesterday tomorrow")
                    .split(" "));

    private static final Pattern YEAR = Pattern.compile("1\\d{3}|20\\d\\d");
    /** Nouns of quantity. In "a majority of members", "members" takes the role of "majority". */
    private static final Set<String> QUANTITY_NOUNS = Set.of("number", "total", "group", "majority", "part", "rest");

    /** Stems of reporting verbs that can come before their subject, as in "…, said Tokayev". */
    private static final Set<String> INVERTIBLE_REPORTING_STEMS = Set.of(
            "sai", "add", "ad", "state", "note", "explain", "warn", "insist", "repli", "respond", "announc", "recal",
            "conclud", "stress", "emphas", "reiter", "tell");

    private static final Set<String> CONDITIONALS = Set.of("if", "unless", "whether");
    /** Stems of verbs whose "that" clause does not state a fact, as in "demanded that". */
    private static final Set<String> NONFACTUAL_VERB_STEMS = Set.of(
            "ensur", "want", "hope", "wish", "demand", "requir", "request", "propos", "urg", "fear", "prevent",
            "expect", "assum", "suppos", "doubt");

    private final List<Chunk> chunks;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseSplitter(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    static List<Clause> split(List<Chunk> chunks) {
        return new ClauseSplitter(chunks).buildClauses();
    }

    private List<Clause> buildClauses() {
        List<Integer> verbs = IntStream.range(0, chunks.size())
                .filter(i -> chunks.get(i).isVerbPhrase())
                .boxed()
                .toList();
        int start = 0;
        for (int v = 0; v < verbs.size(); v++) {
            int at = verbs.get(v);
            int end = v + 1 < verbs.size() ? clauseStart(at, verbs.get(v + 1)) : chunks.size();
            int opening = v == 0 ? 0 : verbs.get(v - 1) + 1;
            clauses.add(buildClause(opening, start, at, end));
            start = end;
        }
        return clauses;
    }

    /** Returns the index of the chunk at which the clause of the second verb starts. */
    private int clauseStart(int first, int second) {
        for (int i = second - 1; i > first; i--) {
            if (chunks.get(i).isBoundary() && !isBetweenNouns(i, first)) {
                return i;
            }
        }
        // "He said the riot started": the second verb has its own subject without any separator.
        boolean hasOwnSubject = chunks.get(second).isFiniteVerb()
                && chunks.get(second - 1).isNounPhrase()
                && chunks.get(second - 1).preposition().isEmpty()
                && (isReportingVerb(first)
                        || chunks.get(second).tokens().get(0).tag() == PosTag.AUX
                        || chunks.get(second - 1).head().tag() == PosTag.PRON
                        || chunks.get(second - 2).isNounPhrase());
        return hasOwnSubject ? second - 1 : second;
    }

    /**
     * Returns true for a conjunction that joins two nouns of a subject. In "that Azimova and Turmagambetova visited",
     * the clause starts at "that", not at "and".
     */
    private boolean isBetweenNouns(int at, int first) {
        return chunks.get(at).isCoordinatingConjunction()
                && chunks.get(at + 1).isNounPhrase()
                && chunks.get(at - 1).isNounPhrase()
                && IntStream.range(first + 1, at)
                        .anyMatch(i -> chunks.get(i).isBoundary()
                                && chunks.get(i).head().tag() != PosTag.PUNCT);
    }

    private boolean isReportingVerb(int at) {
        return ReportedSpeech.isReportingStem(chunks.get(at).head().stem());
    }

    private Clause buildClause(int opening, int start, int at, int end) {
        Chunk verbPhrase = chunks.get(at);
        Token mainVerb = verbPhrase.head();
        boolean isCopula = mainVerb.tag() == PosTag.AUX && BE_FORMS.contains(mainVerb.lower());
        var clause = new Clause(
                isCopula ? "be" : mainVerb.stem().isEmpty() ? mainVerb.lower() : mainVerb.stem(), isReportingVerb(at));
        clause.passive = !isCopula && isPassive(verbPhrase);
        clause.gerund = verbPhrase.tokens().size() == 1 && mainVerb.lower().endsWith("ing");
        clause.modality = isNonfactual(start) ? Modality.NONFACTUAL : Modality.of(verbPhrase.tokens());
        String preposition = "";
        String lastPreposition = "";
        for (int i = start; i < end; i++) {
            Chunk chunk = chunks.get(i);
            if (!chunk.isNounPhrase()) {
                continue;
            }
            boolean isListItem = i - 2 >= start && Chunk.isListItem(chunks, i);
            preposition = chunk.preposition().isEmpty() && isListItem ? preposition : chunk.preposition();
            boolean isCounted = chunk.preposition().equals("of") && i > start && isQuantity(chunks.get(i - 1));
            preposition = isCounted ? lastPreposition : preposition;
            addArguments(chunk, preposition, i < at, clause);
            lastPreposition = preposition;
            boolean hasKnownPreposition = !chunk.preposition().isEmpty()
                    && !chunk.preposition().equals(Chunk.UNKNOWN_PREPOSITION)
                    && !chunk.preposition().equals("according");
            if (i == at + 1 && hasKnownPreposition && !chunk.head().stem().isEmpty()) {
                clause.adjuncts.put(chunk.head().stem(), chunk.preposition());
            }
        }
        boolean hasOwnSubject = hasSubject(start, at);
        if (hasOwnSubject) {
            clause.possibleSpeakers.addAll(clause.subjects);
        }
        // The comma before this clause can belong to an apposition, so the nouns before it may be part of the subject.
        for (int i = opening; i < start; i++) {
            if (chunks.get(i).isNounPhrase()) {
                clause.subjects.addAll(chunks.get(i).stems());
            }
        }
        if (clause.subjectHeads.isEmpty() && start > 0 && !hasOwnSubject) {
            inheritSubject(clause, start, at);
        }
        boolean isInverted = !hasOwnSubject && hasInvertedSubject(at);
        clause.postposed = isInverted
                || isPunctuationOrEnd(endOfAdjuncts(at + 1)) && isPunctuationOrEnd(subjectStart(start, at) - 1);
        if (clause.passive) {
            clause.certainSpeakers.addAll(clause.agentHeads());
            clause.possibleSpeakers.addAll(clause.agents());
            return clause;
        }
        if (hasOwnSubject) {
            chunks.subList(subjectStart(start, at), at).stream()
                    .filter(chunk -> chunk.preposition().isEmpty() && !isTimeExpression(chunk.head()))
                    .map(chunk -> chunk.head().stem())
                    .filter(stem -> !stem.isEmpty())
                    .forEach(clause.certainSpeakers::add);
        } else if (isInverted && !chunks.get(at + 1).head().stem().isEmpty()) {
            clause.certainSpeakers.add(chunks.get(at + 1).head().stem());
        }
        if (!hasOwnSubject) {
            clause.possibleSpeakers.addAll(isInverted ? clause.objects : clause.subjects);
        }
        if (!hasOwnSubject && !isInverted) {
            chunks.subList(opening, at).stream()
                    .filter(Chunk::isNounPhrase)
                    .flatMap(chunk -> chunk.tokens().stream())
                    .filter(token -> token.tag() == PosTag.PROPN && clause.subjects.contains(token.stem()))
                    .map(Token::stem)
                    .limit(1)
                    .forEach(clause.certainSpeakers::add);
        }
        return clause;
    }

    /** Returns true if the subject follows its verb, as in "…, said Tokayev." */
    private boolean hasInvertedSubject(int at) {
        return INVERTIBLE_REPORTING_STEMS.contains(chunks.get(at).head().stem())
                && at > 0
                && chunks.get(at - 1).isBoundary()
                && at + 1 < chunks.size()
                && chunks.get(at + 1).isNounPhrase()
                && chunks.get(at + 1).preposition().isEmpty()
                && isPunctuationOrEnd(at + 2);
    }

    /** Returns the index after the adjuncts that start at a chunk, as in "announced on Wednesday". */
    private int endOfAdjuncts(int from) {
        int i = from;
        while (i < chunks.size()
                && chunks.get(i).isNounPhrase()
                && (!chunks.get(i).preposition().isEmpty()
                        || isTimeExpression(chunks.get(i).head()))) {
            i++;
        }
        return i;
    }

    /** Returns the index at which the noun phrases directly before a verb start. */
    private int subjectStart(int start, int at) {
        int i = at;
        while (i > start && chunks.get(i - 1).isNounPhrase()) {
            i--;
        }
        return i;
    }

    /** Returns true if the index is that of a punctuation mark or outside the sentence. */
    private boolean isPunctuationOrEnd(int at) {
        return at < 0
                || at >= chunks.size()
                || chunks.get(at).isBoundary() && chunks.get(at).head().tag() == PosTag.PUNCT;
    }

    private static boolean isQuantity(Chunk chunk) {
        return chunk.isNounPhrase()
                && (chunk.head().tag() == PosTag.NUM
                        || EnglishNumberWords.isNumberWord(chunk.head().lower())
                        || QUANTITY_NOUNS.contains(chunk.head().lower()));
    }

    private static boolean isTimeExpression(Token head) {
        return TIME_NOUNS.contains(head.lower())
                || head.tag() == PosTag.NUM && YEAR.matcher(head.text()).matches();
    }

    private static void addArguments(Chunk chunk, String preposition, boolean isBeforeVerb, Clause clause) {
        if (isTimeExpression(chunk.head())) {
            chunk.stems().forEach(stem -> clause.addPreposition(stem, Chunk.UNKNOWN_PREPOSITION));
            return;
        }
        for (String stem : chunk.stems()) {
            clause.addPreposition(stem, preposition);
            if (isBeforeVerb) {
                clause.subjects.add(stem);
            } else if (preposition.isEmpty()) {
                clause.objects.add(stem);
            }
        }
        if (preposition.isEmpty() && !chunk.head().stem().isEmpty()) {
            (isBeforeVerb ? clause.subjectHeads : clause.objectHeads)
                    .add(chunk.head().stem());
        }
    }

    private static boolean isPassive(Chunk verbPhrase) {
        boolean afterBe = false;
        for (Token token : verbPhrase.tokens()) {
            afterBe = !token.lower().equals("to")
                    && (afterBe || BE_FORMS.contains(token.lower()) && token.tag() == PosTag.AUX);
        }
        return afterBe && !verbPhrase.head().lower().endsWith("ing");
    }

    /** Returns true for a clause that states no fact, as in "ensuring that rights are respected" or "if they are". */
    private boolean isNonfactual(int start) {
        if (!chunks.get(start).isBoundary()) {
            return false;
        }
        String opening = chunks.get(start).head().lower();
        return CONDITIONALS.contains(opening)
                || opening.equals("that")
                        && !clauses.isEmpty()
                        && NONFACTUAL_VERB_STEMS.contains(clauses.get(clauses.size() - 1).verb);
    }

    private boolean hasSubject(int start, int at) {
        return chunks.subList(start, at).stream()
                .anyMatch(chunk -> chunk.isNounPhrase() && chunk.preposition().isEmpty());
    }

    /** Copies the subject from an earlier clause, as for "… and remained", "who remained" and "to remain". */
    private void inheritSubject(Clause clause, int start, int at) {
        clause.subjectInferred = true;
        Chunk opening = chunks.get(start);
        boolean isRelative = opening.isBoundary() && opening.head().isRelative();
        boolean isParticiple = start == at && clause.modality == Modality.FACT;
        if (isParticiple && !chunks.get(at).head().lower().endsWith("ing")) {
            clause.passive = true;
        }
        if (isRelative || isParticiple) {
            addAntecedentNouns(start, clause);
        }
        if (!isRelative && !clauses.isEmpty()) {
            Clause previous = clauses.get(clauses.size() - 1);
            clause.subjects.addAll(previous.subjects);
            if (!opening.isBoundary()) {
                clause.subjects.addAll(previous.objects);
            }
            boolean isSingleWord = chunks.get(at).tokens().size() == 1;
            if (opening.isCoordinatingConjunction() && isSingleWord) {
                clause.passive |= previous.passive;
                clause.modality = previous.modality;
            }
        }
    }

    /** Adds the nouns before a clause as subjects. In "agencies of the state that …", either can be the subject. */
    private void addAntecedentNouns(int start, Clause clause) {
        int i = start - 1;
        while (i >= 0 && chunks.get(i).isBoundary()) {
            i--;
        }
        for (; i >= 0 && chunks.get(i).isNounPhrase(); i--) {
            clause.subjects.addAll(chunks.get(i).stems());
            if (chunks.get(i).preposition().isEmpty()) {
                break;
            }
        }
    }
}
