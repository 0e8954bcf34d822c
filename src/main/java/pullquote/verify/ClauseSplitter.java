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

/** Splits a tagged sentence into clauses. It is not a full parser: where it is not certain, the clause says so. */
final class ClauseSplitter {
    private static final Set<String> BE_FORMS = Set.of("is", "was", "were", "are", "be", "been", "being", "am", "'s");

    /** Nouns that tell a time and are usually neither subject nor object. */
    private static final Set<String> TIME_NOUNS =
            Set.of(("day days week weeks month months year years century centuries decade"
                            + " decades morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday"
                            + " spring summer autumn winter weekend time today yesterday tomorrow")
                    .split(" "));

    private static final Pattern YEAR = Pattern.compile("1\\d{3}|20\\d\\d");
    /** Nouns of quantity: in "a maximum of two terms" the terms count. */
    private static final Set<String> QUANTITY_NOUNS = Set.of("number", "total", "group", "majority", "part", "rest");

    /** Stems of reporting verbs that can come before their subject. */
    private static final Set<String> INVERTIBLE_REPORTING_STEMS = Set.of(
            "sai", "add", "ad", "state", "note", "explain", "warn", "insist", "repli", "respond", "announc", "recal",
            "conclud", "stress", "emphas", "reiter", "tell");

    private static final Set<String> CONDITIONALS = Set.of("if", "unless", "whether");
    /** Stems of verbs whose "that" clause is a wish and not a fact. */
    private static final Set<String> NONFACTUAL_VERB_STEMS = Set.of(
            "ensur", "want", "hope", "wish", "demand", "requir", "request", "propos", "urg", "fear", "prevent",
            "expect", "assum", "suppos", "doubt");

    private final List<Chunk> chunks;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseSplitter(List<Chunk> phrases) {
        this.chunks = phrases;
    }

    static List<Clause> split(List<Chunk> phrases) {
        return new ClauseSplitter(phrases).buildClauses();
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

    /** Returns where the clause of the second verb starts. */
    private int clauseStart(int first, int second) {
        for (int i = second - 1; i > first; i--) {
            if (chunks.get(i).isBoundary() && !isBetweenNouns(i, first)) {
                return i;
            }
        }
        // "He said the riot started": the second verb has its own subject without any separator.
        boolean own = chunks.get(second).isFiniteVerb()
                && chunks.get(second - 1).isNounPhrase()
                && chunks.get(second - 1).preposition().isEmpty()
                && (isReportingVerb(first)
                        || chunks.get(second).tokens().get(0).tag() == PosTag.AUX
                        || chunks.get(second - 1).head().tag() == PosTag.PRON
                        || chunks.get(second - 2).isNounPhrase());
        return own ? second - 1 : second;
    }

    /** In "that Azimova and Turmagambetova visited" the clause starts at "that". */
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
        Chunk group = chunks.get(at);
        Token main = group.head();
        boolean copula = main.tag() == PosTag.AUX && BE_FORMS.contains(main.lower());
        var clause =
                new Clause(copula ? "be" : main.stem().isEmpty() ? main.lower() : main.stem(), isReportingVerb(at));
        clause.passive = !copula && isPassive(group);
        clause.gerund = group.tokens().size() == 1 && main.lower().endsWith("ing");
        clause.modality = isNonfactual(start) ? Modality.NONFACTUAL : Modality.of(group.tokens());
        String link = "";
        String last = "";
        for (int i = start; i < end; i++) {
            Chunk phrase = chunks.get(i);
            if (!phrase.isNounPhrase()) {
                continue;
            }
            boolean listed = i - 2 >= start && Chunk.isListItem(chunks, i);
            link = phrase.preposition().isEmpty() && listed ? link : phrase.preposition();
            boolean counted = phrase.preposition().equals("of") && i > start && isQuantity(chunks.get(i - 1));
            link = counted ? last : link;
            addArguments(phrase, link, i < at, clause);
            last = link;
            boolean known = !phrase.preposition().isEmpty()
                    && !phrase.preposition().equals(Chunk.UNKNOWN_PREPOSITION)
                    && !phrase.preposition().equals("according");
            if (i == at + 1 && known && !phrase.head().stem().isEmpty()) {
                clause.adjuncts.put(phrase.head().stem(), phrase.preposition());
            }
        }
        boolean own = hasSubject(start, at);
        if (own) {
            clause.possibleSpeakers.addAll(clause.subjects);
        }
        // A comma can separate an apposition from its noun as well as two clauses.
        for (int i = opening; i < start; i++) {
            if (chunks.get(i).isNounPhrase()) {
                clause.subjects.addAll(chunks.get(i).stems());
            }
        }
        if (clause.subjectHeads.isEmpty() && start > 0 && !own) {
            inheritSubject(clause, start, at);
        }
        boolean inverted = !own && hasInvertedSubject(at);
        clause.postposed = inverted
                || isPunctuationOrEnd(endOfAdjuncts(at + 1)) && isPunctuationOrEnd(subjectStart(start, at) - 1);
        if (clause.passive) {
            clause.certainSpeakers.addAll(clause.agentHeads());
            clause.possibleSpeakers.addAll(clause.agents());
            return clause;
        }
        if (own) {
            chunks.subList(subjectStart(start, at), at).stream()
                    .filter(phrase -> phrase.preposition().isEmpty() && !isTimeExpression(phrase.head()))
                    .map(phrase -> phrase.head().stem())
                    .filter(stem -> !stem.isEmpty())
                    .forEach(clause.certainSpeakers::add);
        } else if (inverted && !chunks.get(at + 1).head().stem().isEmpty()) {
            clause.certainSpeakers.add(chunks.get(at + 1).head().stem());
        }
        if (!own) {
            clause.possibleSpeakers.addAll(inverted ? clause.objects : clause.subjects);
        }
        if (!own && !inverted) {
            chunks.subList(opening, at).stream()
                    .filter(Chunk::isNounPhrase)
                    .flatMap(phrase -> phrase.tokens().stream())
                    .filter(token -> token.tag() == PosTag.PROPN && clause.subjects.contains(token.stem()))
                    .map(Token::stem)
                    .limit(1)
                    .forEach(clause.certainSpeakers::add);
        }
        return clause;
    }

    /** Returns true for an inverted subject, as in "…, said Tokayev." */
    private boolean hasInvertedSubject(int at) {
        return INVERTIBLE_REPORTING_STEMS.contains(chunks.get(at).head().stem())
                && at > 0
                && chunks.get(at - 1).isBoundary()
                && at + 1 < chunks.size()
                && chunks.get(at + 1).isNounPhrase()
                && chunks.get(at + 1).preposition().isEmpty()
                && isPunctuationOrEnd(at + 2);
    }

    /** Returns the end of adjuncts of time and place, as in "announced on Wednesday". */
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

    /** Returns where the subject before a verb starts. */
    private int subjectStart(int start, int at) {
        int i = at;
        while (i > start && chunks.get(i - 1).isNounPhrase()) {
            i--;
        }
        return i;
    }

    /** Returns true if there is a separator or the end of the sentence. */
    private boolean isPunctuationOrEnd(int at) {
        return at < 0
                || at >= chunks.size()
                || chunks.get(at).isBoundary() && chunks.get(at).head().tag() == PosTag.PUNCT;
    }

    private static boolean isQuantity(Chunk phrase) {
        return phrase.isNounPhrase()
                && (phrase.head().tag() == PosTag.NUM
                        || EnglishNumberWords.isNumberWord(phrase.head().lower())
                        || QUANTITY_NOUNS.contains(phrase.head().lower()));
    }

    private static boolean isTimeExpression(Token head) {
        return TIME_NOUNS.contains(head.lower())
                || head.tag() == PosTag.NUM && YEAR.matcher(head.text()).matches();
    }

    private static void addArguments(Chunk phrase, String link, boolean before, Clause clause) {
        if (isTimeExpression(phrase.head())) {
            phrase.stems().forEach(stem -> clause.addPreposition(stem, Chunk.UNKNOWN_PREPOSITION));
            return;
        }
        for (String stem : phrase.stems()) {
            clause.addPreposition(stem, link);
            if (before) {
                clause.subjects.add(stem);
            } else if (link.isEmpty()) {
                clause.objects.add(stem);
            }
        }
        if (link.isEmpty() && !phrase.head().stem().isEmpty()) {
            (before ? clause.subjectHeads : clause.objectHeads)
                    .add(phrase.head().stem());
        }
    }

    private static boolean isPassive(Chunk group) {
        boolean being = false;
        for (Token token : group.tokens()) {
            being = !token.lower().equals("to")
                    && (being || BE_FORMS.contains(token.lower()) && token.tag() == PosTag.AUX);
        }
        return being && !group.head().lower().endsWith("ing");
    }

    /** Returns true for clauses that state no fact, as in "ensuring that rights are respected" and "if they are". */
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
                .anyMatch(
                        phrase -> phrase.isNounPhrase() && phrase.preposition().isEmpty());
    }

    /** Takes the subject from an earlier clause: "… and remained", "who remained", "to remain". */
    private void inheritSubject(Clause clause, int start, int at) {
        clause.subjectInferred = true;
        Chunk opening = chunks.get(start);
        boolean relative = opening.isBoundary() && opening.head().isRelative();
        boolean participle = start == at && clause.modality == Modality.FACT;
        if (participle && !chunks.get(at).head().lower().endsWith("ing")) {
            clause.passive = true;
        }
        if (relative || participle) {
            addAntecedentNouns(start, clause);
        }
        if (!relative && !clauses.isEmpty()) {
            Clause last = clauses.get(clauses.size() - 1);
            clause.subjects.addAll(last.subjects);
            if (!opening.isBoundary()) {
                clause.subjects.addAll(last.objects);
            }
            boolean bare = chunks.get(at).tokens().size() == 1;
            if (opening.isCoordinatingConjunction() && bare) {
                clause.passive |= last.passive;
                clause.modality = last.modality;
            }
        }
    }

    /** In "agencies of the state that …" either noun can be the subject. */
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
