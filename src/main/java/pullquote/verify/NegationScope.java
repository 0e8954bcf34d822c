package pullquote.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pullquote.text.Word;

/** The negations of an English text and what each of them negates. */
final class NegationScope {
    private static final Set<String> NEGATORS = Set.of(("not no never none nobody nothing neither nor nowhere without"
                    + " cannot hardly barely rarely seldom scarcely deny denies denied denying refuse refuses refused"
                    + " refusing fail fails failed failing reject rejects rejected rejecting lack lacks lacked lacking"
                    + " unable")
            .split(" "));
    /** Words that negate what follows. The other negators are verbs and negate everything that belongs to them. */
    private static final Set<String> FORWARD_NEGATORS =
            Set.of("not no never none nobody nothing neither nor nowhere without cannot".split(" "));
    /** Words that, like commas, open a clause and so end the scope of a negation. */
    private static final Set<String> CLAUSE_OPENERS =
            Set.of("and but that which who because while although though if when as".split(" "));

    private static final String CLAUSE_BOUNDARY_MARKS = ",;:.!?“”\"«»–—…()[]";

    /**
     * A negation in its clause.
     *
     * @param clauseStems the stems of the clause
     * @param scope the stems after the negation; the whole clause if it comes last
     * @param times the number of negations in the clause; two cancel each other
     */
    private record Negation(Set<String> clauseStems, List<String> scope, long count) {}

    private final List<Negation> negations = new ArrayList<>();
    /** The stems of clauses without a negation. */
    private final Set<String> affirmedStems = new HashSet<>();

    private NegationScope() {}

    static NegationScope find(String text, List<Word> words, PredicateArguments arrangement) {
        var denials = new NegationScope();
        int start = 0;
        for (int end = 1; end <= words.size(); end++) {
            if (end == words.size() || isClauseStart(text, words, end, arrangement)) {
                denials.addClause(words.subList(start, end));
                start = end;
            }
        }
        return denials;
    }

    static boolean isNegator(Word word) {
        String lower = word.lower().replace('’', '\'');
        return NEGATORS.contains(lower) || lower.endsWith("n't");
    }

    /** Returns true if the claim negates what this text negates of it, and nothing else. */
    boolean isPreservedIn(NegationScope claim, Set<String> claimed, Set<String> there) {
        boolean addsNone = claim.negations.stream()
                .allMatch(denial -> negations.stream().anyMatch(one -> isSameNegation(denial, one, there)));
        boolean losesNone = negations.stream()
                .filter(one -> one.clauseStems.stream()
                        .anyMatch(stem -> claimed.contains(stem) && !affirmedStems.contains(stem)))
                .allMatch(one -> claim.negations.stream().anyMatch(denial -> isSameNegation(denial, one, there)));
        return addsNone && losesNone;
    }

    /**
     * Returns true if the words in the scope of the claim's negation that are in the source are in the same scope
     * there.
     */
    private static boolean isSameNegation(Negation claimed, Negation other, Set<String> there) {
        List<String> shared = claimed.scope.stream().filter(there::contains).toList();
        return !shared.isEmpty()
                && other.scope.contains(shared.get(0))
                && other.clauseStems.containsAll(shared)
                && claimed.count == other.count;
    }

    private void addClause(List<Word> clause) {
        long times = clause.stream().filter(NegationScope::isNegator).count();
        if (times == 0) {
            affirmedStems.addAll(stems(clause));
        }
        for (int i = 0; i < clause.size(); i++) {
            if (isNegator(clause.get(i))) {
                List<String> behind = stems(clause.subList(i + 1, clause.size()));
                List<String> whole = stems(clause);
                boolean verb = !FORWARD_NEGATORS.contains(clause.get(i).lower())
                        && !clause.get(i).lower().contains("n't");
                negations.add(new Negation(Set.copyOf(whole), behind.isEmpty() || verb ? whole : behind, times));
            }
        }
    }

    private static List<String> stems(List<Word> words) {
        return words.stream()
                .filter(word -> !isNegator(word) && !word.stem().isEmpty())
                .map(Word::stem)
                .toList();
    }

    private static boolean isClauseStart(String text, List<Word> words, int at, PredicateArguments arrangement) {
        Word before = words.get(at - 1);
        Word next = words.get(at);
        String between = text.substring(before.start() + before.text().length(), next.start());
        boolean abbreviated = between.equals(". ") && NumericFacts.isNumberOrMonth(before);
        boolean marked = !abbreviated && between.chars().anyMatch(c -> CLAUSE_BOUNDARY_MARKS.indexOf(c) >= 0);
        // "No algorithm, action plan or order": without a verb the list goes on.
        boolean lists = between.equals(", ")
                && !next.lower().equals("according")
                && !arrangement.hasVerb(next.start(), endOfClause(text, next.start()));
        boolean aside = between.matches(" ?[()] ?") && !isClauseInBrackets(text, before, next);
        return CLAUSE_OPENERS.contains(next.lower()) || marked && !lists && !aside;
    }

    /** Returns true for a clause in brackets, but not for an abbreviation such as "(CSTO)". */
    private static boolean isClauseInBrackets(String text, Word before, Word next) {
        int opening = text.lastIndexOf('(', next.start());
        int closing = text.indexOf(')', before.start());
        return opening < 0
                || closing < opening
                || text.substring(opening, closing).contains(" ");
    }

    private static int endOfClause(String text, int from) {
        int end = from;
        while (end < text.length() && CLAUSE_BOUNDARY_MARKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
