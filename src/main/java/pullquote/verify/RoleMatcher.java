package pullquote.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who does what to whom. A claim is held against what the clauses of a source tell of the same verb; where they tell
 * nothing, because nobody is named or another verb is used, it has the benefit of the doubt.
 */
final class RoleMatcher {
    private final List<Clause> clauses;

    RoleMatcher(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** What a clause of a claim tells otherwise, in a few words each; empty if nothing. */
    List<String> conflictsWith(Clause claim) {
        if (claim.reporting) {
            // Who said so is another rule's.
            return List.of();
        }
        List<Clause> same = clausesOf(claim.verb);
        if (claim.isLight()) {
            return Stream.concat(
                            lostVerbs(claim), claim.verb.equals("be") ? unknownParticipants(claim, same) : Stream.of())
                    .toList();
        }
        return same.isEmpty() ? List.of() : swappedRoles(claim, same);
    }

    /** The clauses with a verb. */
    List<Clause> clausesOf(String verb) {
        return clauses.stream().filter(one -> one.verb.equals(verb)).toList();
    }

    /** "The nation has parties" where it needs them. */
    private Stream<String> lostVerbs(Clause claim) {
        return clauses.stream()
                .filter(one -> !one.isLight() && !one.reporting)
                .filter(one -> intersects(claim.agentHeads(), one.agents())
                        && intersects(claim.patientHeads(), one.patients()))
                .map(one -> "not " + claim.verb + " but " + one.verb);
    }

    /** "Warsaw is the capital" where the source tells of another that it is. */
    private Stream<String> unknownParticipants(Clause claim, List<Clause> same) {
        return same.isEmpty()
                ? Stream.of()
                : Stream.concat(claim.subjectHeads.stream(), claim.objectHeads.stream())
                        .filter(word -> clauses.stream().anyMatch(one -> one.containsExactly(word)))
                        .filter(word -> same.stream().noneMatch(one -> one.contains(word)))
                        .map(word -> word + " is not");
    }

    private List<String> swappedRoles(Clause claim, List<Clause> same) {
        var faults = new ArrayList<String>();
        claim.adjuncts.forEach((word, link) -> {
            boolean elsewhere = clauses.stream().anyMatch(one -> !same.contains(one) && one.isLinked(word, link));
            boolean other = same.stream().anyMatch(one -> one.hasLinked(link));
            if (elsewhere && other && same.stream().noneMatch(one -> one.links.containsKey(word))) {
                faults.add(claim.verb + " not " + link + " " + word);
            }
        });
        boolean active = same.stream().noneMatch(one -> one.passive || one.gerund);
        if (claim.inferred
                && claim.passive
                && claim.modality == Modality.CONDITIONAL
                && active
                && same.stream()
                        .noneMatch(one -> one.patients().isEmpty() || intersects(claim.subjects, one.patients()))) {
            faults.add("nobody does " + claim.verb + " " + claim.subjects);
        }
        claim.agentHeads().stream()
                .filter(agent ->
                        isKnown(agent) && same.stream().noneMatch(one -> canBe(agent, one.agents(), one.patients())))
                .forEach(agent -> faults.add(agent + " does not " + claim.verb));
        claim.patientHeads().stream()
                .filter(patient -> isKnown(patient)
                        && same.stream().noneMatch(one -> canBe(patient, one.patients(), one.agents())))
                .forEach(patient -> faults.add("nobody does " + claim.verb + " " + patient));
        return faults;
    }

    private boolean isKnown(String word) {
        return clauses.stream().anyMatch(one -> one.contains(word) || one.links.containsKey(word));
    }

    private static boolean intersects(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    /** Where nobody is named, it may be anybody but who is named in the other role. */
    private static boolean canBe(String who, Set<String> those, Set<String> others) {
        return those.contains(who) || those.isEmpty() && !others.contains(who);
    }
}
