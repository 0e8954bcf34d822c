package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pullquote.answer.Speech;

/** Takes a sentence apart into clauses, by what its words are. It is no parser: where it is not sure, it says so. */
final class Clauses {
    private static final Set<String> BEING = Set.of("is", "was", "were", "are", "be", "been", "being", "am", "'s");

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
    private static final Set<String> INVERTING = Set.of(
            "sai", "add", "ad", "state", "note", "explain", "warn", "insist", "repli", "respond", "announc", "recal",
            "conclud", "stress", "emphas", "reiter", "tell");

    private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether");
    /** Verbs whose "that" tells what is wanted, not what is; as stems. */
    private static final Set<String> WISHING = Set.of(
            "ensur", "want", "hope", "wish", "demand", "requir", "request", "propos", "urg", "fear", "prevent",
            "expect", "assum", "suppos", "doubt");

    private final List<Phrase> phrases;
    private final List<Clause> clauses = new ArrayList<>();

    private Clauses(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    static List<Clause> of(List<Phrase> phrases) {
        return new Clauses(phrases).read();
    }

    private List<Clause> read() {
        List<Integer> verbs = IntStream.range(0, phrases.size())
                .filter(i -> phrases.get(i).isVerb())
                .boxed()
                .toList();
        int start = 0;
        for (int v = 0; v < verbs.size(); v++) {
            int at = verbs.get(v);
            int end = v + 1 < verbs.size() ? start(at, verbs.get(v + 1)) : phrases.size();
            int opening = v == 0 ? 0 : verbs.get(v - 1) + 1;
            clauses.add(clause(opening, start, at, end));
            start = end;
        }
        return clauses;
    }

    /** Where the clause of the second verb begins. */
    private int start(int first, int second) {
        for (int i = second - 1; i > first; i--) {
            if (phrases.get(i).isBreak() && !isBetweenNouns(i, first)) {
                return i;
            }
        }
        // "He said the riot started": it has its own subject, though nothing parts it.
        boolean own = phrases.get(second).isFinite()
                && phrases.get(second - 1).isNoun()
                && phrases.get(second - 1).link().isEmpty()
                && (isSaying(first)
                        || phrases.get(second).tokens().get(0).tag() == Tag.AUX
                        || phrases.get(second - 1).head().tag() == Tag.PRON
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
                                && phrases.get(i).head().tag() != Tag.PUNCT);
    }

    private boolean isSaying(int at) {
        return Speech.isSayingStem(phrases.get(at).head().stem());
    }

    private Clause clause(int opening, int start, int at, int end) {
        Phrase group = phrases.get(at);
        Token main = group.head();
        boolean copula = main.tag() == Tag.AUX && BEING.contains(main.lower());
        var clause = new Clause(copula ? "be" : main.stem().isEmpty() ? main.lower() : main.stem(), isSaying(at));
        clause.passive = !copula && isPassive(group);
        clause.gerund = group.tokens().size() == 1 && main.lower().endsWith("ing");
        clause.mood = isWished(start) ? Mood.OPEN : Mood.of(group.tokens());
        String link = "";
        String last = "";
        for (int i = start; i < end; i++) {
            Phrase phrase = phrases.get(i);
            if (!phrase.isNoun()) {
                continue;
            }
            boolean listed = i - 2 >= start && Phrase.isListed(phrases, i);
            link = phrase.link().isEmpty() && listed ? link : phrase.link();
            boolean counted = phrase.link().equals("of") && i > start && isQuantity(phrases.get(i - 1));
            link = counted ? last : link;
            place(phrase, link, i < at, clause);
            last = link;
            boolean known = !phrase.link().isEmpty()
                    && !phrase.link().equals(Phrase.UNSURE)
                    && !phrase.link().equals("according");
            if (i == at + 1 && known && !phrase.head().stem().isEmpty()) {
                clause.adjuncts.put(phrase.head().stem(), phrase.link());
            }
        }
        boolean own = hasSubject(start, at);
        if (own) {
            clause.speakers.addAll(clause.before);
        }
        // A comma may part an apposition from its noun as well as two clauses.
        for (int i = opening; i < start; i++) {
            if (phrases.get(i).isNoun()) {
                clause.before.addAll(phrases.get(i).stems());
            }
        }
        if (clause.headsBefore.isEmpty() && start > 0 && !own) {
            inherit(clause, start, at);
        }
        boolean inverted = !own && isInverted(at);
        clause.postposed = inverted || isParted(adjunctsEnd(at + 1)) && isParted(first(start, at) - 1);
        if (clause.passive) {
            clause.surelySaid.addAll(clause.agentHeads());
            clause.speakers.addAll(clause.agents());
            return clause;
        }
        if (own) {
            phrases.subList(first(start, at), at).stream()
                    .filter(phrase -> phrase.link().isEmpty() && !isTime(phrase.head()))
                    .map(phrase -> phrase.head().stem())
                    .filter(stem -> !stem.isEmpty())
                    .forEach(clause.surelySaid::add);
        } else if (inverted && !phrases.get(at + 1).head().stem().isEmpty()) {
            clause.surelySaid.add(phrases.get(at + 1).head().stem());
        }
        if (!own) {
            clause.speakers.addAll(inverted ? clause.behind : clause.before);
        }
        if (!own && !inverted) {
            phrases.subList(opening, at).stream()
                    .filter(Phrase::isNoun)
                    .flatMap(phrase -> phrase.tokens().stream())
                    .filter(token -> token.tag() == Tag.PROPN && clause.before.contains(token.stem()))
                    .map(Token::stem)
                    .limit(1)
                    .forEach(clause.surelySaid::add);
        }
        return clause;
    }

    /** "…, said Tokayev." */
    private boolean isInverted(int at) {
        return INVERTING.contains(phrases.get(at).head().stem())
                && at > 0
                && phrases.get(at - 1).isBreak()
                && at + 1 < phrases.size()
                && phrases.get(at + 1).isNoun()
                && phrases.get(at + 1).link().isEmpty()
                && isParted(at + 2);
    }

    /** Behind what tells when and where: "announced on Wednesday". */
    private int adjunctsEnd(int from) {
        int i = from;
        while (i < phrases.size()
                && phrases.get(i).isNoun()
                && (!phrases.get(i).link().isEmpty() || isTime(phrases.get(i).head()))) {
            i++;
        }
        return i;
    }

    /** Where the subject before a verb begins. */
    private int first(int start, int at) {
        int i = at;
        while (i > start && phrases.get(i - 1).isNoun()) {
            i--;
        }
        return i;
    }

    /** Whether a comma or the like stands there, or nothing. */
    private boolean isParted(int at) {
        return at < 0
                || at >= phrases.size()
                || phrases.get(at).isBreak() && phrases.get(at).head().tag() == Tag.PUNCT;
    }

    private static boolean isQuantity(Phrase phrase) {
        return phrase.isNoun()
                && (phrase.head().tag() == Tag.NUM
                        || Figures.isAmount(phrase.head().lower())
                        || QUANTITIES.contains(phrase.head().lower()));
    }

    private static boolean isTime(Token head) {
        return TIMES.contains(head.lower())
                || head.tag() == Tag.NUM && YEAR.matcher(head.text()).matches();
    }

    private static void place(Phrase phrase, String link, boolean before, Clause clause) {
        if (isTime(phrase.head())) {
            phrase.stems().forEach(stem -> clause.link(stem, Phrase.UNSURE));
            return;
        }
        for (String stem : phrase.stems()) {
            clause.link(stem, link);
            if (before) {
                clause.before.add(stem);
            } else if (link.isEmpty()) {
                clause.behind.add(stem);
            }
        }
        if (link.isEmpty() && !phrase.head().stem().isEmpty()) {
            (before ? clause.headsBefore : clause.headsBehind).add(phrase.head().stem());
        }
    }

    private static boolean isPassive(Phrase group) {
        boolean being = false;
        for (Token token : group.tokens()) {
            being = !token.lower().equals("to") && (being || BEING.contains(token.lower()) && token.tag() == Tag.AUX);
        }
        return being && !group.head().lower().endsWith("ing");
    }

    /** "Ensuring that rights are respected", "if they are": nobody says that they are. */
    private boolean isWished(int start) {
        if (!phrases.get(start).isBreak()) {
            return false;
        }
        String opening = phrases.get(start).head().lower();
        return CONDITIONS.contains(opening)
                || opening.equals("that")
                        && !clauses.isEmpty()
                        && WISHING.contains(clauses.get(clauses.size() - 1).verb);
    }

    private boolean hasSubject(int start, int at) {
        return phrases.subList(start, at).stream()
                .anyMatch(phrase -> phrase.isNoun() && phrase.link().isEmpty());
    }

    /** "… and remained", "who remained", "to remain": the subject stands before. */
    private void inherit(Clause clause, int start, int at) {
        clause.guessed = true;
        Phrase opening = phrases.get(start);
        boolean relative = opening.isBreak() && opening.head().isRelative();
        boolean participle = start == at && clause.mood == Mood.FACT;
        if (participle && !phrases.get(at).head().lower().endsWith("ing")) {
            clause.passive = true;
        }
        if (relative || participle) {
            nounsBefore(start, clause);
        }
        if (!relative && !clauses.isEmpty()) {
            Clause last = clauses.get(clauses.size() - 1);
            clause.before.addAll(last.before);
            if (!opening.isBreak()) {
                clause.before.addAll(last.behind);
            }
            boolean bare = phrases.get(at).tokens().size() == 1;
            if (opening.isConjunction() && bare) {
                clause.passive |= last.passive;
                clause.mood = last.mood;
            }
        }
    }

    /** "Agencies of the state that …": either may be meant. */
    private void nounsBefore(int start, Clause clause) {
        int i = start - 1;
        while (i >= 0 && phrases.get(i).isBreak()) {
            i--;
        }
        for (; i >= 0 && phrases.get(i).isNoun(); i--) {
            clause.before.addAll(phrases.get(i).stems());
            if (phrases.get(i).link().isEmpty()) {
                break;
            }
        }
    }
}
