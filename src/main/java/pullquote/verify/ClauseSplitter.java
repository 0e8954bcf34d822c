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

/** Takes a sentence apart into clauses, by what its words are. It is no parser: where it is not sure, it says so. */
final class ClauseSplitter {
    private static final Set<String> BE_FORMS = Set.of("is", "was", "were", "are", "be", "been", "being", "am", "'s");

    /** Tell when, and are nobody's subject or object as a rule. */
    private static final Set<String> TIMES =
            Set.of(("day days week weeks month months year years century centuries decade"
                            + " decades morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday"
                            + " spring summer autumn winter weekend time today yesterday tomorrow")
                    .split(" "));

    private static final Pattern YEAR = Pattern.compile("1\\d{3}|20\\d\\d");
    /** "A maximum of two terms": the terms are meant. */
    private static final Set<String> QUANTITIES = Set.of("number", "total", "group", "majority", "part", "rest");

    /** Verbs that may stand before who says so; as stems. */
    private static final Set<String> INVERSION_TRIGGERS = Set.of(
            "sai", "add", "ad", "state", "note", "explain", "warn", "insist", "repli", "respond", "announc", "recal",
            "conclud", "stress", "emphas", "reiter", "tell");

    private static final Set<String> CONDITIONALS = Set.of("if", "unless", "whether");
    /** Verbs whose "that" tells what is wanted, not what is; as stems. */
    private static final Set<String> WISH_VERBS = Set.of(
            "ensur", "want", "hope", "wish", "demand", "requir", "request", "propos", "urg", "fear", "prevent",
            "expect", "assum", "suppos", "doubt");

    private final List<Chunk> phrases;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseSplitter(List<Chunk> phrases) {
        this.phrases = phrases;
    }

    static List<Clause> split(List<Chunk> phrases) {
        return new ClauseSplitter(phrases).splitAll();
    }

    private List<Clause> splitAll() {
        List<Integer> verbs = IntStream.range(0, phrases.size())
                .filter(i -> phrases.get(i).isVerb())
                .boxed()
                .toList();
        int start = 0;
        for (int v = 0; v < verbs.size(); v++) {
            int at = verbs.get(v);
            int end = v + 1 < verbs.size() ? startOf(at, verbs.get(v + 1)) : phrases.size();
            int opening = v == 0 ? 0 : verbs.get(v - 1) + 1;
            clauses.add(clause(opening, start, at, end));
            start = end;
        }
        return clauses;
    }

    /** Where the clause of the second verb begins. */
    private int startOf(int first, int second) {
        for (int i = second - 1; i > first; i--) {
            if (phrases.get(i).isBreak() && !isBetweenNouns(i, first)) {
                return i;
            }
        }
        // "He said the riot started": it has its own subject, though nothing parts it.
        boolean own = phrases.get(second).isFinite()
                && phrases.get(second - 1).isNoun()
                && phrases.get(second - 1).preposition().isEmpty()
                && (isReportingVerb(first)
                        || phrases.get(second).tokens().get(0).tag() == PosTag.AUX
                        || phrases.get(second - 1).head().tag() == PosTag.PRON
                        || phrases.get(second - 2).isNoun());
        return own ? second - 1 : second;
    }

    /** "that Azimova and Turmagambetova visited": the clause begins at "that". */
    private boolean isBetweenNouns(int at, int first) {
        return phrases.get(at).isConjunction()
                && phrases.get(at + 1).isNoun()
                && phrases.get(at - 1).isNoun()
                && IntStream.range(first + 1, at)
                        .anyMatch(i -> phrases.get(i).isBreak()
                                && phrases.get(i).head().tag() != PosTag.PUNCT);
    }

    private boolean isReportingVerb(int at) {
        return ReportedSpeech.isReportingStem(phrases.get(at).head().stem());
    }

    private Clause clause(int opening, int start, int at, int end) {
        Chunk group = phrases.get(at);
        Token main = group.head();
        boolean copula = main.tag() == PosTag.AUX && BE_FORMS.contains(main.lower());
        var clause =
                new Clause(copula ? "be" : main.stem().isEmpty() ? main.lower() : main.stem(), isReportingVerb(at));
        clause.passive = !copula && isPassive(group);
        clause.gerund = group.tokens().size() == 1 && main.lower().endsWith("ing");
        clause.modality = isDesired(start) ? Modality.CONDITIONAL : Modality.of(group.tokens());
        String link = "";
        String last = "";
        for (int i = start; i < end; i++) {
            Chunk phrase = phrases.get(i);
            if (!phrase.isNoun()) {
                continue;
            }
            boolean listed = i - 2 >= start && Chunk.isListed(phrases, i);
            link = phrase.preposition().isEmpty() && listed ? link : phrase.preposition();
            boolean counted = phrase.preposition().equals("of") && i > start && isQuantity(phrases.get(i - 1));
            link = counted ? last : link;
            attach(phrase, link, i < at, clause);
            last = link;
            boolean known = !phrase.preposition().isEmpty()
                    && !phrase.preposition().equals(Chunk.UNSURE)
                    && !phrase.preposition().equals("according");
            if (i == at + 1 && known && !phrase.head().stem().isEmpty()) {
                clause.adjuncts.put(phrase.head().stem(), phrase.preposition());
            }
        }
        boolean own = hasSubject(start, at);
        if (own) {
            clause.speakers.addAll(clause.subjects);
        }
        // A comma may part an apposition from its noun as well as two clauses.
        for (int i = opening; i < start; i++) {
            if (phrases.get(i).isNoun()) {
                clause.subjects.addAll(phrases.get(i).stems());
            }
        }
        if (clause.subjectHeads.isEmpty() && start > 0 && !own) {
            inheritSubject(clause, start, at);
        }
        boolean inverted = !own && hasInversion(at);
        clause.postposed = inverted || isSeparated(adjunctsEnd(at + 1)) && isSeparated(firstNoun(start, at) - 1);
        if (clause.passive) {
            clause.certainlyReported.addAll(clause.agentHeads());
            clause.speakers.addAll(clause.agents());
            return clause;
        }
        if (own) {
            phrases.subList(firstNoun(start, at), at).stream()
                    .filter(phrase -> phrase.preposition().isEmpty() && !isTime(phrase.head()))
                    .map(phrase -> phrase.head().stem())
                    .filter(stem -> !stem.isEmpty())
                    .forEach(clause.certainlyReported::add);
        } else if (inverted && !phrases.get(at + 1).head().stem().isEmpty()) {
            clause.certainlyReported.add(phrases.get(at + 1).head().stem());
        }
        if (!own) {
            clause.speakers.addAll(inverted ? clause.objects : clause.subjects);
        }
        if (!own && !inverted) {
            phrases.subList(opening, at).stream()
                    .filter(Chunk::isNoun)
                    .flatMap(phrase -> phrase.tokens().stream())
                    .filter(token -> token.tag() == PosTag.PROPN && clause.subjects.contains(token.stem()))
                    .map(Token::stem)
                    .limit(1)
                    .forEach(clause.certainlyReported::add);
        }
        return clause;
    }

    /** "…, said Tokayev." */
    private boolean hasInversion(int at) {
        return INVERSION_TRIGGERS.contains(phrases.get(at).head().stem())
                && at > 0
                && phrases.get(at - 1).isBreak()
                && at + 1 < phrases.size()
                && phrases.get(at + 1).isNoun()
                && phrases.get(at + 1).preposition().isEmpty()
                && isSeparated(at + 2);
    }

    /** Behind what tells when and where: "announced on Wednesday". */
    private int adjunctsEnd(int from) {
        int i = from;
        while (i < phrases.size()
                && phrases.get(i).isNoun()
                && (!phrases.get(i).preposition().isEmpty()
                        || isTime(phrases.get(i).head()))) {
            i++;
        }
        return i;
    }

    /** Where the subject before a verb begins. */
    private int firstNoun(int start, int at) {
        int i = at;
        while (i > start && phrases.get(i - 1).isNoun()) {
            i--;
        }
        return i;
    }

    /** Whether a comma or the like stands there, or nothing. */
    private boolean isSeparated(int at) {
        return at < 0
                || at >= phrases.size()
                || phrases.get(at).isBreak() && phrases.get(at).head().tag() == PosTag.PUNCT;
    }

    private static boolean isQuantity(Chunk phrase) {
        return phrase.isNoun()
                && (phrase.head().tag() == PosTag.NUM
                        || EnglishNumberWords.isNumberWord(phrase.head().lower())
                        || QUANTITIES.contains(phrase.head().lower()));
    }

    private static boolean isTime(Token head) {
        return TIMES.contains(head.lower())
                || head.tag() == PosTag.NUM && YEAR.matcher(head.text()).matches();
    }

    private static void attach(Chunk phrase, String link, boolean before, Clause clause) {
        if (isTime(phrase.head())) {
            phrase.stems().forEach(stem -> clause.link(stem, Chunk.UNSURE));
            return;
        }
        for (String stem : phrase.stems()) {
            clause.link(stem, link);
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

    /** "Ensuring that rights are respected", "if they are": nobody says that they are. */
    private boolean isDesired(int start) {
        if (!phrases.get(start).isBreak()) {
            return false;
        }
        String opening = phrases.get(start).head().lower();
        return CONDITIONALS.contains(opening)
                || opening.equals("that")
                        && !clauses.isEmpty()
                        && WISH_VERBS.contains(clauses.get(clauses.size() - 1).verb);
    }

    private boolean hasSubject(int start, int at) {
        return phrases.subList(start, at).stream()
                .anyMatch(phrase -> phrase.isNoun() && phrase.preposition().isEmpty());
    }

    /** "… and remained", "who remained", "to remain": the subject stands before. */
    private void inheritSubject(Clause clause, int start, int at) {
        clause.inferred = true;
        Chunk opening = phrases.get(start);
        boolean relative = opening.isBreak() && opening.head().isRelative();
        boolean participle = start == at && clause.modality == Modality.FACT;
        if (participle && !phrases.get(at).head().lower().endsWith("ing")) {
            clause.passive = true;
        }
        if (relative || participle) {
            attachSubjects(start, clause);
        }
        if (!relative && !clauses.isEmpty()) {
            Clause last = clauses.get(clauses.size() - 1);
            clause.subjects.addAll(last.subjects);
            if (!opening.isBreak()) {
                clause.subjects.addAll(last.objects);
            }
            boolean bare = phrases.get(at).tokens().size() == 1;
            if (opening.isConjunction() && bare) {
                clause.passive |= last.passive;
                clause.modality = last.modality;
            }
        }
    }

    /** "Agencies of the state that …": either may be meant. */
    private void attachSubjects(int start, Clause clause) {
        int i = start - 1;
        while (i >= 0 && phrases.get(i).isBreak()) {
            i--;
        }
        for (; i >= 0 && phrases.get(i).isNoun(); i--) {
            clause.subjects.addAll(phrases.get(i).stems());
            if (phrases.get(i).preposition().isEmpty()) {
                break;
            }
        }
    }
}
