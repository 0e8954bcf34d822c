package pullquote.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.text.Chunk;
import pullquote.text.PrepositionClasses;

/** A verb and what goes with it: who does it, to whom, and in what relation the rest stands. Words are stems. */
final class Clause {
    /** Stem; {@code be} if there is no other verb. */
    final String verb;

    /** Whether it may be one of somebody's saying something; {@link ClaimRule#SPEAKER} minds those. */
    final boolean reporting;

    boolean passive;
    /** "Protecting them was the function": neither so nor wanted. */
    boolean gerund;

    Modality modality = Modality.FACT;
    /** Whether who does it was told elsewhere and had to be guessed. */
    boolean subjectInferred;

    /** Whether it stands behind what it tells: "…, he said". */
    boolean postposed;
    /** Who surely says so. */
    final Set<String> certainSpeakers = new LinkedHashSet<>();
    /** Who may be the one who says so. */
    final Set<String> possibleSpeakers = new LinkedHashSet<>();
    /** What may be its subject, and the heads of what surely is. */
    final Set<String> subjects = new LinkedHashSet<>();

    final Set<String> subjectHeads = new LinkedHashSet<>();
    final Set<String> objects = new LinkedHashSet<>();
    final Set<String> objectHeads = new LinkedHashSet<>();
    /** Nouns that a preposition links to the verb. */
    final Map<String, String> adjuncts = new LinkedHashMap<>();
    /** How each word is linked. */
    final Map<String, Set<String>> prepositionsByStem = new LinkedHashMap<>();

    Clause(String verb, boolean saying) {
        this.verb = verb;
        this.reporting = saying;
    }

    /** Whether the verb alone says nothing. */
    boolean hasLightVerb() {
        return Set.of("be", "have", "has", "had").contains(verb);
    }

    boolean isLinkedBy(String word, String link) {
        return prepositionsByStem.getOrDefault(word, Set.of()).stream()
                .anyMatch(one -> PrepositionClasses.isEquivalent(one, link));
    }

    Set<String> agents() {
        if (!passive) {
            return subjects;
        }
        Set<String> agents = stemsLinkedBy("by");
        agents.addAll(stemsLinkedBy(Chunk.UNKNOWN_PREPOSITION));
        return agents;
    }

    Set<String> patients() {
        return passive ? subjects : objects;
    }

    Set<String> agentHeads() {
        return passive ? stemsLinkedBy("by").stream().limit(1).collect(Collectors.toSet()) : subjectHeads;
    }

    Set<String> patientHeads() {
        return passive ? subjectHeads : objectHeads;
    }

    Set<String> stemsLinkedBy(String link) {
        return prepositionsByStem.entrySet().stream()
                .filter(one -> one.getValue().contains(link))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean containsArgument(String word) {
        return subjects.contains(word) || objects.contains(word);
    }

    /** Whether a word stands there by itself, and not as part of what something else is called. */
    boolean containsAsHead(String word) {
        return prepositionsByStem.containsKey(word)
                && !prepositionsByStem.get(word).contains("of");
    }

    boolean hasPreposition(String link) {
        return prepositionsByStem.values().stream()
                .flatMap(Set::stream)
                .anyMatch(one -> !one.isEmpty() && PrepositionClasses.isEquivalent(one, link));
    }

    void addPreposition(String stem, String link) {
        prepositionsByStem.computeIfAbsent(stem, s -> new LinkedHashSet<>()).add(link);
    }

    @Override
    public String toString() {
        return verb + (passive ? " passive " : " ") + modality + " by " + agents() + " to " + patients() + " "
                + prepositionsByStem;
    }
}
