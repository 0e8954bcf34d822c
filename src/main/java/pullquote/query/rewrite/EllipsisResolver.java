package pullquote.query.rewrite;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.query.rewrite.NounPhrases.NounPhrase;
import pullquote.text.Chunk;

/**
 * Completes elliptical questions from the previous question: "Why?", "Who else?", "What about the CSTO?", "And in
 * Almaty?".
 */
final class EllipsisResolver {
    private static final Pattern BARE_QUESTION_WORD = Pattern.compile(
            "(?i)(why|when|where|who|how|how many|how much|how long|since when|for how long|by whom|which ones?|what"
                    + " for)(?: (?:not|so|exactly|then|is that|was that))?");
    private static final Pattern ELSE_QUESTION = Pattern.compile("(?i)(who|what|where) else");
    /**
     * Matches "what about" with a noun only. "How about my diet, what should I change?" has a clause of its own and is
     * complete.
     */
    private static final Pattern WHAT_ABOUT = Pattern.compile("(?i)(?:what|how) about ([^,;:?.!]+)");

    private static final Pattern PREPOSITIONAL_PHRASE =
            Pattern.compile("(?i)(?:(?:about|in|on|at|for|by|with|from|to|after|before|during) )(.+)");
    private static final Set<String> PLACE_OR_TIME_PREPOSITIONS = Set.of("in", "on", "at", "during", "after", "before");
    private static final Pattern WH_QUESTION =
            Pattern.compile("(?i)(who|what|which \\w+|how many \\w+|how much \\w+|when|where|why|how)\\b (.*)");
    private static final Pattern LEADING_AUXILIARY = Pattern.compile(
            "(?i)(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must)\\b.*");

    private static final Pattern COMPLETE_QUESTION = Pattern.compile(
            "(?i)(?:what|who|where|when|why|how|which|is|are|do|does|did|can|tell|describe|compare|explain|give|show)\\b.*");

    private EllipsisResolver() {}

    static Optional<String> resolve(String question, boolean afterMarker, DialogueContext context) {
        String text = question.replaceAll("[?!.\\s]+$", "");
        String previous = context.lastQuestion();
        Matcher bare = BARE_QUESTION_WORD.matcher(text);
        if (bare.matches()) {
            return Optional.of(replaceQuestionWord(bare.group(1), previous) + "?");
        }
        Matcher other = ELSE_QUESTION.matcher(text);
        if (other.matches()) {
            Matcher before = WH_QUESTION.matcher(previous);
            return before.matches()
                    ? Optional.of(capitalize(other.group(1)) + " else " + before.group(2) + "?")
                    : Optional.empty();
        }
        Matcher about = WHAT_ABOUT.matcher(text);
        if (about.matches()) {
            Matcher phrase = PREPOSITIONAL_PHRASE.matcher(about.group(1));
            return phrase.matches()
                    ? replacePlaceOrTime(phrase.group(1), precedingPreposition(about.group(1), phrase), previous)
                    : replaceNoun(about.group(1), "", previous);
        }
        Matcher place = PREPOSITIONAL_PHRASE.matcher(text);
        if (place.matches() && isShort(text)) {
            return Optional.of(replaceOrAppend(place.group(1), precedingPreposition(text, place), previous));
        }
        boolean justANoun = text.split("\\s+").length <= (afterMarker ? 5 : 2)
                && NounPhrases.of(text).chunks().stream().noneMatch(Chunk::isVerbPhrase)
                && !COMPLETE_QUESTION.matcher(text).matches()
                && !NounPhrases.of(text).all().isEmpty();
        return justANoun ? Optional.of(replaceOrAppend(text, "", previous)) : Optional.empty();
    }

    /** Returns the previous question with another question word. */
    private static String replaceQuestionWord(String word, String previous) {
        Matcher before = WH_QUESTION.matcher(previous);
        if (!before.matches()) {
            return capitalize(word) + ", " + decapitalize(previous);
        }
        String rest = before.group(2);
        if (LEADING_AUXILIARY.matcher(rest).matches()) {
            return capitalize(word) + " " + rest;
        }
        return previous + ", and " + word.toLowerCase(Locale.ROOT);
    }

    private static String precedingPreposition(String text, Matcher phrase) {
        return text.substring(0, phrase.start(1)).strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the previous question about another place or time, or empty if the preposition is of another kind. */
    private static Optional<String> replacePlaceOrTime(String noun, String preposition, String previous) {
        return replaceNoun(noun, preposition, previous)
                .or(() -> PLACE_OR_TIME_PREPOSITIONS.contains(preposition)
                        ? Optional.of(previous + " " + preposition + " " + noun + "?")
                        : Optional.empty());
    }

    /** Returns the previous question about something else. */
    private static String replaceOrAppend(String noun, String preposition, String previous) {
        return replaceNoun(noun, preposition, previous)
                .orElseGet(() -> preposition.isEmpty() || preposition.equals("about")
                        ? "What about " + noun + "?"
                        : previous + " " + preposition + " " + noun + "?");
    }

    /** Returns the previous question with the noun in place of one of the same kind, or empty if it has none. */
    private static Optional<String> replaceNoun(String noun, String preposition, String previous) {
        List<NounPhrase> nouns = NounPhrases.of(noun).all();
        boolean named = nouns.stream().anyMatch(NounPhrase::isName);
        boolean plural = nouns.stream().anyMatch(NounPhrase::isPlural);
        if (nouns.stream().anyMatch(candidate -> candidate.index() == 0 && candidate.isGeneric())) {
            return Optional.empty();
        }
        NounPhrases before = NounPhrases.of(previous);
        return before.all().stream()
                .filter(candidate -> preposition.isEmpty()
                        ? before.isObject(candidate)
                        : candidate.chunk().preposition().equals(preposition))
                .filter(candidate -> plural || !candidate.chunk().preposition().equals("between"))
                .max(Comparator.comparingInt(candidate -> (candidate.isName() == named ? 100 : 0) + candidate.index()))
                .map(replaced -> previous.substring(0, replaced.start()) + noun
                        + previous.substring(replaced.start() + replaced.text().length()) + "?");
    }

    private static boolean isShort(String text) {
        return text.split("\\s+").length <= 6;
    }

    private static String capitalize(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String decapitalize(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
