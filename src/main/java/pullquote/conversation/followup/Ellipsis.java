package pullquote.conversation.followup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.answer.proof.Phrase;
import pullquote.conversation.followup.Nouns.Noun;

/** Completes what is no whole question: "Why?", "Who else?", "What about the CSTO?", "And in Almaty?". */
final class Ellipsis {
    private static final Pattern QUESTION_WORD = Pattern.compile(
            "(?i)(why|when|where|who|how|how many|how much|how long|since when|for how long|by whom|which ones?|what for)(?: (?:not|so|exactly|then|is that|was that))?");
    private static final Pattern ELSE = Pattern.compile("(?i)(who|what|where) else");
    /** Of a noun; what has a clause of its own, "How about my diet, what should I change?", is a whole question. */
    private static final Pattern ABOUT = Pattern.compile("(?i)(?:what|how) about ([^,;:?.!]+)");

    private static final Pattern PREPOSITION =
            Pattern.compile("(?i)(?:(?:about|in|on|at|for|by|with|from|to|after|before|during) )(.+)");
    private static final Set<String> WHERE_OR_WHEN = Set.of("in", "on", "at", "during", "after", "before");
    private static final Pattern ASKED =
            Pattern.compile("(?i)(who|what|which \\w+|how many \\w+|how much \\w+|when|where|why|how)\\b (.*)");
    private static final Pattern AUXILIARY = Pattern.compile(
            "(?i)(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must)\\b.*");

    private static final Pattern WHOLE = Pattern.compile(
            "(?i)(?:what|who|where|when|why|how|which|is|are|do|does|did|can|tell|describe|compare|explain|give|show)\\b.*");

    private Ellipsis() {}

    static Optional<String> complete(String question, boolean joined, Background background) {
        String asked = question.replaceAll("[?!.\\s]+$", "");
        String last = background.lastQuestion();
        Matcher alone = QUESTION_WORD.matcher(asked);
        if (alone.matches()) {
            return Optional.of(another(alone.group(1), last) + "?");
        }
        Matcher other = ELSE.matcher(asked);
        if (other.matches()) {
            Matcher before = ASKED.matcher(last);
            return before.matches()
                    ? Optional.of(capital(other.group(1)) + " else " + before.group(2) + "?")
                    : Optional.empty();
        }
        Matcher about = ABOUT.matcher(asked);
        if (about.matches()) {
            Matcher linked = PREPOSITION.matcher(about.group(1));
            return linked.matches()
                    ? elsewhere(linked.group(1), link(about.group(1), linked), last)
                    : instead(about.group(1), "", last);
        }
        Matcher place = PREPOSITION.matcher(asked);
        if (place.matches() && isShort(asked)) {
            return Optional.of(with(place.group(1), link(asked, place), last));
        }
        boolean justANoun = asked.split("\\s+").length <= (joined ? 5 : 2)
                && Nouns.of(asked).phrases().stream().noneMatch(Phrase::isVerb)
                && !WHOLE.matcher(asked).matches()
                && !Nouns.of(asked).all().isEmpty();
        return justANoun ? Optional.of(with(asked, "", last)) : Optional.empty();
    }

    /** The question before with another question word. */
    private static String another(String word, String last) {
        Matcher before = ASKED.matcher(last);
        if (!before.matches()) {
            return capital(word) + ", " + lower(last);
        }
        String rest = before.group(2);
        if (AUXILIARY.matcher(rest).matches()) {
            return capital(word) + " " + rest;
        }
        return last + ", and " + word.toLowerCase(Locale.ROOT);
    }

    private static String link(String text, Matcher preposition) {
        return text.substring(0, preposition.start(1)).strip().toLowerCase(Locale.ROOT);
    }

    /** The question before, of another place or time; empty if it is of something else. */
    private static Optional<String> elsewhere(String noun, String link, String last) {
        return instead(noun, link, last)
                .or(() -> WHERE_OR_WHEN.contains(link)
                        ? Optional.of(last + " " + link + " " + noun + "?")
                        : Optional.empty());
    }

    /** The question before about something else. */
    private static String with(String noun, String link, String last) {
        return instead(noun, link, last)
                .orElseGet(() -> link.isEmpty() || link.equals("about")
                        ? "What about " + noun + "?"
                        : last + " " + link + " " + noun + "?");
    }

    /** The question before, where what is of the same kind gives way to the noun; empty if nothing is. */
    private static Optional<String> instead(String noun, String link, String last) {
        List<Noun> nouns = Nouns.of(noun).all();
        boolean name = nouns.stream().anyMatch(Noun::isName);
        boolean many = nouns.stream().anyMatch(Noun::isPlural);
        if (nouns.stream().anyMatch(one -> one.at() == 0 && one.isGeneric())) {
            return Optional.empty();
        }
        Nouns before = Nouns.of(last);
        return before.all().stream()
                .filter(one -> link.isEmpty()
                        ? before.isObject(one)
                        : one.phrase().link().equals(link))
                .filter(one -> many || !one.phrase().link().equals("between"))
                .max(Comparator.comparingInt(one -> (one.isName() == name ? 100 : 0) + one.at()))
                .map(old -> last.substring(0, old.start()) + noun
                        + last.substring(old.start() + old.text().length()) + "?");
    }

    private static boolean isShort(String asked) {
        return asked.split("\\s+").length <= 6;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
