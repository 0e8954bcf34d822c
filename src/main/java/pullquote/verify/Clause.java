package pullquote.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.text.Chunk;
import pullquote.text.PrepositionClasses;

/** A verb with its subjects, objects and adjuncts. Words are stems. */
final class Clause {
    /** The stem of the main verb; {@code be} if there is no other verb. */
    final String verb;

    /** True if the clause can report what someone says. {@link ClaimRule#SPEAKER} checks such clauses. */
    final boolean reporting;

    boolean passive;
    /** True for a gerund, as in "protecting them was the function": neither a fact nor a wish. */
    boolean gerund;

    Modality modality = Modality.FACT;
    /** True if the subject stands in another clause and was inferred. */
    boolean subjectInferred;

    /** True if the clause follows what it reports: "…, he said". */
    boolean postposed;
    /** The speakers that are certain. */
    final Set<String> certainSpeakers = new LinkedHashSet<>();
    /** All nouns that can be the speaker. */
    final Set<String> possibleSpeakers = new LinkedHashSet<>();
    /** The nouns that can be the subject, and the heads of those that are. */
    final Set<String> subjects = new LinkedHashSet<>();

    final Set<String> subjectHeads = new LinkedHashSet<>();
    final Set<String> objects = new LinkedHashSet<>();
    final Set<String> objectHeads = new LinkedHashSet<>();
    /** The nouns that a preposition links to the verb. */
    final Map<String, String> adjuncts = new LinkedHashMap<>();
    /** The prepositions that link each word to the clause. */
    final Map<String, Set<String>> prepositionsByStem = new LinkedHashMap<>();

    Clause(String verb, boolean saying) {
        this.verb = verb;
        this.reporting = saying;
    }

    /** Returns true if the verb alone adds no meaning. */
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

    /** Returns true if the word stands alone, not as part of another name or noun phrase. */
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
