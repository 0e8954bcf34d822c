package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who does what to whom. A claim is held against what the clauses of a source tell of the same verb; where they tell
 * nothing, because nobody is named or another verb is used, it has the benefit of the doubt.
 */
final class Roles {
    private final List<Clause> clauses;

    Roles(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** What a clause of a claim tells otherwise, in a few words each; empty if nothing. */
    List<String> against(Clause claim) {
        if (claim.saying) {
            // Who said so is another rule's.
            return List.of();
        }
        List<Clause> same = of(claim.verb);
        if (claim.isLight()) {
            return Stream.concat(lostVerbs(claim), claim.verb.equals("be") ? strangers(claim, same) : Stream.of())
                    .toList();
        }
        return same.isEmpty() ? List.of() : roles(claim, same);
    }

    /** The clauses with a verb. */
    List<Clause> of(String verb) {
        return clauses.stream().filter(one -> one.verb.equals(verb)).toList();
    }

    /** "The nation has parties" where it needs them. */
    private Stream<String> lostVerbs(Clause claim) {
        return clauses.stream()
                .filter(one -> !one.isLight() && !one.saying)
                .filter(one -> meet(claim.agentHeads(), one.agents()) && meet(claim.patientHeads(), one.patients()))
                .map(one -> "not " + claim.verb + " but " + one.verb);
    }

    /** "Warsaw is the capital" where the source tells of another that it is. */
    private Stream<String> strangers(Clause claim, List<Clause> same) {
        return same.isEmpty()
                ? Stream.of()
                : Stream.concat(claim.headsBefore.stream(), claim.headsBehind.stream())
                        .filter(word -> clauses.stream().anyMatch(one -> one.hasAsIs(word)))
                        .filter(word -> same.stream().noneMatch(one -> one.has(word)))
                        .map(word -> word + " is not");
    }

    private List<String> roles(Clause claim, List<Clause> same) {
        var faults = new ArrayList<String>();
        claim.adjuncts.forEach((word, link) -> {
            boolean elsewhere = clauses.stream().anyMatch(one -> !same.contains(one) && one.isLinked(word, link));
            boolean other = same.stream().anyMatch(one -> one.hasLinked(link));
            if (elsewhere && other && same.stream().noneMatch(one -> one.links.containsKey(word))) {
                faults.add(claim.verb + " not " + link + " " + word);
            }
        });
        boolean active = same.stream().noneMatch(one -> one.passive || one.gerund);
        if (claim.guessed
                && claim.passive
                && claim.mood == Mood.OPEN
                && active
                && same.stream().noneMatch(one -> one.patients().isEmpty() || meet(claim.before, one.patients()))) {
            faults.add("nobody does " + claim.verb + " " + claim.before);
        }
        claim.agentHeads().stream()
                .filter(agent ->
                        isKnown(agent) && same.stream().noneMatch(one -> mayBe(agent, one.agents(), one.patients())))
                .forEach(agent -> faults.add(agent + " does not " + claim.verb));
        claim.patientHeads().stream()
                .filter(patient -> isKnown(patient)
                        && same.stream().noneMatch(one -> mayBe(patient, one.patients(), one.agents())))
                .forEach(patient -> faults.add("nobody does " + claim.verb + " " + patient));
        return faults;
    }

    private boolean isKnown(String word) {
        return clauses.stream().anyMatch(one -> one.has(word) || one.links.containsKey(word));
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    /** Where nobody is named, it may be anybody but who is named in the other role. */
    private static boolean mayBe(String who, Set<String> those, Set<String> others) {
        return those.contains(who) || those.isEmpty() && !others.contains(who);
    }
}
