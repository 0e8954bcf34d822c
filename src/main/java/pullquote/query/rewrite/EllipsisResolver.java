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

/** Completes what is no whole question: "Why?", "Who else?", "What about the CSTO?", "And in Almaty?". */
final class EllipsisResolver {
    private static final Pattern BARE_QUESTION_WORD = Pattern.compile(
            "(?i)(why|when|where|who|how|how many|how much|how long|since when|for how long|by whom|which ones?|what for)(?: (?:not|so|exactly|then|is that|was that))?");
    private static final Pattern ELSE_QUESTION = Pattern.compile("(?i)(who|what|where) else");
    /** Of a noun; what has a clause of its own, "How about my diet, what should I change?", is a whole question. */
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

    static Optional<String> resolve(String question, boolean joined, DialogueContext background) {
        String asked = question.replaceAll("[?!.\\s]+$", "");
        String last = background.lastQuestion();
        Matcher alone = BARE_QUESTION_WORD.matcher(asked);
        if (alone.matches()) {
            return Optional.of(replaceQuestionWord(alone.group(1), last) + "?");
        }
        Matcher other = ELSE_QUESTION.matcher(asked);
        if (other.matches()) {
            Matcher before = WH_QUESTION.matcher(last);
            return before.matches()
                    ? Optional.of(capitalize(other.group(1)) + " else " + before.group(2) + "?")
                    : Optional.empty();
        }
        Matcher about = WHAT_ABOUT.matcher(asked);
        if (about.matches()) {
            Matcher linked = PREPOSITIONAL_PHRASE.matcher(about.group(1));
            return linked.matches()
                    ? replacePlaceOrTime(linked.group(1), precedingPreposition(about.group(1), linked), last)
                    : replaceNoun(about.group(1), "", last);
        }
        Matcher place = PREPOSITIONAL_PHRASE.matcher(asked);
        if (place.matches() && isShort(asked)) {
            return Optional.of(replaceOrAppend(place.group(1), precedingPreposition(asked, place), last));
        }
        boolean justANoun = asked.split("\\s+").length <= (joined ? 5 : 2)
                && NounPhrases.of(asked).chunks().stream().noneMatch(Chunk::isVerbPhrase)
                && !COMPLETE_QUESTION.matcher(asked).matches()
                && !NounPhrases.of(asked).all().isEmpty();
        return justANoun ? Optional.of(replaceOrAppend(asked, "", last)) : Optional.empty();
    }

    /** The question before with another question word. */
    private static String replaceQuestionWord(String word, String last) {
        Matcher before = WH_QUESTION.matcher(last);
        if (!before.matches()) {
            return capitalize(word) + ", " + decapitalize(last);
        }
        String rest = before.group(2);
        if (LEADING_AUXILIARY.matcher(rest).matches()) {
            return capitalize(word) + " " + rest;
        }
        return last + ", and " + word.toLowerCase(Locale.ROOT);
    }

    private static String precedingPreposition(String text, Matcher preposition) {
        return text.substring(0, preposition.start(1)).strip().toLowerCase(Locale.ROOT);
    }

    /** The question before, of another place or time; empty if it is of something else. */
    private static Optional<String> replacePlaceOrTime(String noun, String link, String last) {
        return replaceNoun(noun, link, last)
                .or(() -> PLACE_OR_TIME_PREPOSITIONS.contains(link)
                        ? Optional.of(last + " " + link + " " + noun + "?")
                        : Optional.empty());
    }

    /** The question before about something else. */
    private static String replaceOrAppend(String noun, String link, String last) {
        return replaceNoun(noun, link, last)
                .orElseGet(() -> link.isEmpty() || link.equals("about")
                        ? "What about " + noun + "?"
                        : last + " " + link + " " + noun + "?");
    }

    /** The question before, where what is of the same kind gives way to the noun; empty if nothing is. */
    private static Optional<String> replaceNoun(String noun, String link, String last) {
        List<NounPhrase> nouns = NounPhrases.of(noun).all();
        boolean name = nouns.stream().anyMatch(NounPhrase::isName);
        boolean many = nouns.stream().anyMatch(NounPhrase::isPlural);
        if (nouns.stream().anyMatch(one -> one.index() == 0 && one.isGeneric())) {
            return Optional.empty();
        }
        NounPhrases before = NounPhrases.of(last);
        return before.all().stream()
                .filter(one -> link.isEmpty()
                        ? before.isObject(one)
                        : one.chunk().preposition().equals(link))
                .filter(one -> many || !one.chunk().preposition().equals("between"))
                .max(Comparator.comparingInt(one -> (one.isName() == name ? 100 : 0) + one.index()))
                .map(old -> last.substring(0, old.start()) + noun
                        + last.substring(old.start() + old.text().length()) + "?");
    }

    private static boolean isShort(String asked) {
        return asked.split("\\s+").length <= 6;
    }

    private static String capitalize(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String decapitalize(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
