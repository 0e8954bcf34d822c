package pullquote.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.text.Chunk;
import pullquote.text.PrepositionClasses;

/** Represents a verb with its subjects, objects and adjuncts. All words are stored as stems. */
final class Clause {
    /** The stem of the main verb; {@code be} if there is no other verb. */
    final String verb;

    /** True if the verb can be a reporting verb. {@link ClaimRule#SPEAKER} checks such clauses. */
    final boolean reporting;

    boolean passive;
    /** True for a gerund, as in "protecting them was the function". Its modality is not compared. */
    boolean gerund;

    Modality modality = Modality.FACT;
    /** True if the clause has no subject of its own and inherits it from another clause. */
    boolean subjectInferred;

    /** True if the clause follows the statement that it reports, as in "…, he said". */
    boolean postposed;
    /** Nouns that are certain to be the speaker. */
    final Set<String> certainSpeakers = new LinkedHashSet<>();
    /** Nouns that may be the speaker. */
    final Set<String> possibleSpeakers = new LinkedHashSet<>();
    /** Words that may belong to the subject. */
    final Set<String> subjects = new LinkedHashSet<>();

    /** Heads of the noun phrases that are the subject. */
    final Set<String> subjectHeads = new LinkedHashSet<>();

    final Set<String> objects = new LinkedHashSet<>();
    final Set<String> objectHeads = new LinkedHashSet<>();
    /** Maps the noun after the verb to the preposition that links them. */
    final Map<String, String> adjuncts = new LinkedHashMap<>();
    /** Maps each word to the prepositions that govern it. The empty string stands for no preposition. */
    final Map<String, Set<String>> prepositionsByStem = new LinkedHashMap<>();

    Clause(String verb, boolean reporting) {
        this.verb = verb;
        this.reporting = reporting;
    }

    /** Returns true if the verb carries no meaning of its own ("be", "have"). */
    boolean hasLightVerb() {
        return Set.of("be", "have", "has", "had").contains(verb);
    }

    boolean isLinkedBy(String word, String preposition) {
        return prepositionsByStem.getOrDefault(word, Set.of()).stream()
                .anyMatch(candidate -> PrepositionClasses.isEquivalent(candidate, preposition));
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

    Set<String> stemsLinkedBy(String preposition) {
        return prepositionsByStem.entrySet().stream()
                .filter(entry -> entry.getValue().contains(preposition))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean containsArgument(String word) {
        return subjects.contains(word) || objects.contains(word);
    }

    /** Returns true if the clause contains the word as a head, not as part of a longer name or noun phrase. */
    boolean containsAsHead(String word) {
        return prepositionsByStem.containsKey(word)
                && !prepositionsByStem.get(word).contains("of");
    }

    boolean hasPreposition(String preposition) {
        return prepositionsByStem.values().stream()
                .flatMap(Set::stream)
                .anyMatch(candidate -> !candidate.isEmpty() && PrepositionClasses.isEquivalent(candidate, preposition));
    }

    void addPreposition(String stem, String preposition) {
        prepositionsByStem.computeIfAbsent(stem, key -> new LinkedHashSet<>()).add(preposition);
    }

    @Override
    public String toString() {
        return verb + (passive ? " passive " : " ") + modality + " by " + agents() + " to " + patients() + " "
                + prepositionsByStem;
    }
}
