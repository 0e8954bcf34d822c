package pullquote.conversation.followup;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.answer.proof.Phrase;
import pullquote.conversation.followup.Nouns.Noun;

/** Completes what is no whole question: "Why?", "Who else?", "What about the CSTO?", "And in Almaty?". */
final class Ellipsis {
    private static final Pattern QUESTION_WORD = Pattern.compile(
            "(?i)(why|when|where|who|how|how many|how much|how long|since when|for how long|by whom|which ones?|what for)(?: (?:not|so|exactly|then|is that|was that))?");
    private static final Pattern ELSE = Pattern.compile("(?i)(who|what|where) else");
    private static final Pattern ABOUT = Pattern.compile("(?i)(?:what|how) about (.+)");
    private static final Pattern PREPOSITION =
            Pattern.compile("(?i)(?:(?:about|in|on|at|for|by|with|from|to|after|before|during) )(.+)");
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
            return Optional.of(with(about.group(1), "", last));
        }
        Matcher place = PREPOSITION.matcher(asked);
        if (place.matches() && isShort(asked)) {
            return Optional.of(with(
                    place.group(1), asked.substring(0, place.start(1)).strip().toLowerCase(Locale.ROOT), last));
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

    /** The question before about something else: what is of the same kind gives way. */
    private static String with(String noun, String link, String last) {
        boolean name = Nouns.of(noun).all().stream().anyMatch(Noun::isName);
        Nouns before = Nouns.of(last);
        Optional<Noun> replaced = before.all().stream()
                .filter(one -> link.isEmpty()
                        ? before.isObject(one)
                        : one.phrase().link().equals(link))
                .max(Comparator.comparingInt(one -> (one.isName() == name ? 100 : 0) + one.at()));
        if (replaced.isEmpty()) {
            return link.isEmpty() || link.equals("about")
                    ? "What is said about " + noun + "?"
                    : last + " " + link + " " + noun + "?";
        }
        Noun old = replaced.get();
        return last.substring(0, old.start()) + noun
                + last.substring(old.start() + old.text().length()) + "?";
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
