package pullquote.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the roles in a claim with those of the source clauses that have the same verb. If these name nobody, or use
 * another verb, the claim gets the benefit of the doubt.
 */
final class RoleMatcher {
    private final List<Clause> clauses;

    RoleMatcher(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** Returns the conflicts of a clause of the claim, in short descriptions; empty if there are none. */
    List<String> findConflicts(Clause claim) {
        if (claim.reporting) {
            // The rule SPEAKER checks reporting clauses.
            return List.of();
        }
        List<Clause> same = clausesWithVerb(claim.verb);
        if (claim.hasLightVerb()) {
            return Stream.concat(
                            verbConflicts(claim), claim.verb.equals("be") ? copulaConflicts(claim, same) : Stream.of())
                    .toList();
        }
        return same.isEmpty() ? List.of() : roleConflicts(claim, same);
    }

    /** Returns the clauses with this verb. */
    List<Clause> clausesWithVerb(String verb) {
        return clauses.stream().filter(one -> one.verb.equals(verb)).toList();
    }

    /** Finds another verb for the same arguments: "the nation has parties" where it needs them. */
    private Stream<String> verbConflicts(Clause claim) {
        return clauses.stream()
                .filter(one -> !one.hasLightVerb() && !one.reporting)
                .filter(one -> hasOverlap(claim.agentHeads(), one.agents())
                        && hasOverlap(claim.patientHeads(), one.patients()))
                .map(one -> "not " + claim.verb + " but " + one.verb);
    }

    /** Finds another subject of "be": "Warsaw is the capital" where the source says so of another city. */
    private Stream<String> copulaConflicts(Clause claim, List<Clause> same) {
        return same.isEmpty()
                ? Stream.of()
                : Stream.concat(claim.subjectHeads.stream(), claim.objectHeads.stream())
                        .filter(word -> clauses.stream().anyMatch(one -> one.containsAsHead(word)))
                        .filter(word -> same.stream().noneMatch(one -> one.containsArgument(word)))
                        .map(word -> word + " is not");
    }

    private List<String> roleConflicts(Clause claim, List<Clause> same) {
        var faults = new ArrayList<String>();
        claim.adjuncts.forEach((word, link) -> {
            boolean elsewhere = clauses.stream().anyMatch(one -> !same.contains(one) && one.isLinkedBy(word, link));
            boolean other = same.stream().anyMatch(one -> one.hasPreposition(link));
            if (elsewhere && other && same.stream().noneMatch(one -> one.prepositionsByStem.containsKey(word))) {
                faults.add(claim.verb + " not " + link + " " + word);
            }
        });
        boolean active = same.stream().noneMatch(one -> one.passive || one.gerund);
        if (claim.subjectInferred
                && claim.passive
                && claim.modality == Modality.NONFACTUAL
                && active
                && same.stream()
                        .noneMatch(one -> one.patients().isEmpty() || hasOverlap(claim.subjects, one.patients()))) {
            faults.add("nobody does " + claim.verb + " " + claim.subjects);
        }
        claim.agentHeads().stream()
                .filter(agent -> isMentioned(agent)
                        && same.stream().noneMatch(one -> isPossibleFiller(agent, one.agents(), one.patients())))
                .forEach(agent -> faults.add(agent + " does not " + claim.verb));
        claim.patientHeads().stream()
                .filter(patient -> isMentioned(patient)
                        && same.stream().noneMatch(one -> isPossibleFiller(patient, one.patients(), one.agents())))
                .forEach(patient -> faults.add("nobody does " + claim.verb + " " + patient));
        return faults;
    }

    private boolean isMentioned(String word) {
        return clauses.stream().anyMatch(one -> one.containsArgument(word) || one.prepositionsByStem.containsKey(word));
    }

    private static boolean hasOverlap(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    /** An unnamed participant can be anyone except the one named in the other role. */
    private static boolean isPossibleFiller(String who, Set<String> those, Set<String> others) {
        return those.contains(who) || those.isEmpty() && !others.contains(who);
    }
}
