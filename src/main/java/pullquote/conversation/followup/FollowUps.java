package pullquote.conversation.followup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.answer.InvalidQuestion;
import pullquote.answer.Question;
import pullquote.conversation.Exchange;
import pullquote.conversation.Understanding;

/**
 * Understands follow-up questions by rules: what is no whole question is completed from the one before, and pronouns give
 * way to what they stand for. What they changed is searched for with the words of the conversation too, as {@link
 * Expansion} weighs them, and so is what {@link Reliance} thinks incomplete; one that stands alone is left as it was asked,
 * and takes nothing from before. English so far.
 */
public final class FollowUps implements Understanding {
    private static final Pattern OPENING = Pattern.compile(
            "(?i)^(?:(?:and|but|so|or|ok(?:ay)?|well|hmm|no|yes|thanks|thank you|great|interesting|wow|cool|really|sure|right)\\b[\\s,.!?…-]*)+(?=\\S)");
    private static final Pattern THEN =
            Pattern.compile("(?i)\\b(by|since|until|before|after) (?:then|that(?: time)?)(?=[?.,!]|$)");
    private static final Pattern NTH = Pattern.compile("(?i)\\bthe (first|second|third|last|other) one\\b");

    private final Expansion expansion;
    private final Reliance reliance;

    public FollowUps() {
        this(new Expansion(), new Reliance());
    }

    FollowUps(Expansion expansion, Reliance reliance) {
        this.expansion = expansion;
        this.reliance = reliance;
    }

    @Override
    public Question standalone(Question asked, List<Exchange> before) {
        if (!isEnglish(asked) || before.isEmpty()) {
            return asked;
        }
        Question understood = resolved(asked, before);
        return understood.text().equals(asked.text()) && reliance.of(asked.text(), before) < Reliance.LIKELY
                ? asked
                : understood.expandedBy(expansion.of(asked.text(), understood.text(), before));
    }

    /** Whether a question may mean more than it says. Of what is not English that is not known, so it may. */
    boolean leans(Question asked, List<Exchange> before) {
        return !before.isEmpty() && (!isEnglish(asked) || leans(asked, resolved(asked, before)));
    }

    /** A question that others made of one that leans: searched for with what the conversation adds. */
    Question expanded(Question meant, List<Exchange> before) {
        return isEnglish(meant) ? meant.expandedBy(expansion.of(meant.text(), meant.text(), before)) : meant;
    }

    private static Question resolved(Question asked, List<Exchange> before) {
        try {
            String text = resolve(asked.text(), Background.of(before));
            return text.equals(asked.text())
                    ? asked
                    : Question.of(text, Optional.of(asked.language()), asked.articleId());
        } catch (InvalidQuestion e) {
            // Longer than a question may be, with all that was put in.
            return asked;
        }
    }

    private static boolean leans(Question asked, Question understood) {
        return !understood.text().equals(asked.text())
                || OPENING.matcher(asked.text()).find()
                || Pronouns.hasOne(asked.text());
    }

    private static boolean isEnglish(Question asked) {
        return asked.writtenIn().equals("en");
    }

    private static String resolve(String asked, Background background) {
        String question = withoutOpening(asked);
        Optional<String> completed = Ellipsis.complete(question, !question.equals(asked), background);
        String whole = completed.orElse(question);
        String resolved =
                completed.isPresent() ? whole : Pronouns.resolve(nth(then(whole, background), background), background);
        if (resolved.equals(question) && isThin(question)) {
            return background
                    .topic()
                    .map(topic -> question.replaceAll("[?.!\\s]+$", "") + " (" + topic + ")?")
                    .orElse(asked);
        }
        // "And who visited them?": where nothing else was to be done, the question is left as it was asked.
        return resolved.equals(question) ? asked : Character.toUpperCase(resolved.charAt(0)) + resolved.substring(1);
    }

    /** "Interesting. But why?" without what asks nothing. */
    static String withoutOpening(String question) {
        return OPENING.matcher(question).replaceFirst("");
    }

    /** "What are the main causes?": of what, it does not say. */
    private static boolean isThin(String question) {
        List<Nouns.Noun> nouns = Nouns.of(question).all();
        return !nouns.isEmpty()
                && !question.contains(" of ")
                && !question.matches(".*[.!?] .*")
                && nouns.stream().allMatch(noun -> noun.isGeneric() && !noun.isName() && noun.isPlain());
    }

    /** "By then" is by the time of what was asked about. */
    private static String then(String question, Background background) {
        Matcher then = THEN.matcher(question);
        if (!then.find()) {
            return question;
        }
        return background
                .thing(false)
                .map(thing -> question.substring(0, then.start()) + then.group(1) + " the time of " + thing
                        + question.substring(then.end()))
                .orElse(question);
    }

    private static String nth(String question, Background background) {
        Matcher nth = NTH.matcher(question);
        List<String> listed = background.listed();
        if (!nth.find() || listed.isEmpty()) {
            return question;
        }
        int at = switch (nth.group(1).toLowerCase(Locale.ROOT)) {
            case "first" -> 0;
            case "second", "other" -> 1;
            case "third" -> 2;
            default -> listed.size() - 1;
        };
        return at >= listed.size()
                ? question
                : question.substring(0, nth.start()) + listed.get(at) + question.substring(nth.end());
    }
}
