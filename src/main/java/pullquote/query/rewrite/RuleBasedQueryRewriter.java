package pullquote.query.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.query.ContextualRewriter;
import pullquote.query.InvalidQuestion;
import pullquote.query.Question;
import pullquote.query.Turn;

/**
 * Understands follow-up questions by rules: what is no whole question is completed from the one before, and pronouns give
 * way to what they stand for. What they changed is searched for with the words of the conversation too, as {@link
 * Expansion} weighs them, and so is what {@link ContextDependence} thinks incomplete; one that stands alone is left as it was asked,
 * and takes nothing from before. English so far.
 */
public final class RuleBasedQueryRewriter implements ContextualRewriter {
    private static final Pattern DISCOURSE_MARKERS = Pattern.compile(
            "(?i)^(?:(?:and|but|so|or|ok(?:ay)?|well|hmm|no|yes|thanks|thank you|great|interesting|wow|cool|really|sure|right)\\b[\\s,.!?…-]*)+(?=\\S)");
    private static final Pattern TIME_ANAPHOR =
            Pattern.compile("(?i)\\b(by|since|until|before|after) (?:then|that(?: time)?)(?=[?.,!]|$)");
    private static final Pattern ORDINAL_REFERENCE =
            Pattern.compile("(?i)\\bthe (first|second|third|last|other) one\\b");

    private final QueryExpander expander;
    private final ContextDependence contextDependence;

    public RuleBasedQueryRewriter() {
        this(new QueryExpander(), new ContextDependence());
    }

    RuleBasedQueryRewriter(QueryExpander expansion, ContextDependence reliance) {
        this.expander = expansion;
        this.contextDependence = reliance;
    }

    @Override
    public Question rewrite(Question asked, List<Turn> before) {
        if (!isEnglish(asked) || before.isEmpty()) {
            return asked;
        }
        Question understood = resolveReferences(asked, before);
        return understood.text().equals(asked.text())
                        && contextDependence.probability(asked.text(), before) < ContextDependence.THRESHOLD
                ? asked
                : understood.withExpansion(expander.expand(asked.text(), understood.text(), before));
    }

    /** Whether a question may mean more than it says. Of what is not English that is not known, so it may. */
    boolean needsContext(Question asked, List<Turn> before) {
        return !before.isEmpty() && (!isEnglish(asked) || needsContext(asked, resolveReferences(asked, before)));
    }

    /** A question that others made of one that leans: searched for with what the conversation adds. */
    Question expand(Question meant, List<Turn> before) {
        return isEnglish(meant) ? meant.withExpansion(expander.expand(meant.text(), meant.text(), before)) : meant;
    }

    private static Question resolveReferences(Question asked, List<Turn> before) {
        try {
            String text = rewriteText(asked.text(), DialogueContext.of(before));
            return text.equals(asked.text()) ? asked : asked.rephrased(text);
        } catch (InvalidQuestion e) {
            // Longer than a question may be, with all that was put in.
            return asked;
        }
    }

    private static boolean needsContext(Question asked, Question understood) {
        return !understood.text().equals(asked.text())
                || DISCOURSE_MARKERS.matcher(asked.text()).find()
                || PronounResolver.containsPronoun(asked.text());
    }

    private static boolean isEnglish(Question asked) {
        return asked.detectedLanguage().equals("en");
    }

    private static String rewriteText(String asked, DialogueContext background) {
        String question = stripDiscourseMarkers(asked);
        Optional<String> completed = EllipsisResolver.resolve(question, !question.equals(asked), background);
        String whole = completed.orElse(question);
        String resolved = completed.isPresent()
                ? whole
                : PronounResolver.resolve(
                        resolveOrdinal(resolveTimeAnaphor(whole, background), background), background);
        if (resolved.equals(question) && isUnderspecified(question)) {
            return background
                    .topic()
                    .map(topic -> question.replaceAll("[?.!\\s]+$", "") + " (" + topic + ")?")
                    .orElse(asked);
        }
        // "And who visited them?": where nothing else was to be done, the question is left as it was asked.
        return resolved.equals(question) ? asked : Character.toUpperCase(resolved.charAt(0)) + resolved.substring(1);
    }

    /** "Interesting. But why?" without what asks nothing. */
    static String stripDiscourseMarkers(String question) {
        return DISCOURSE_MARKERS.matcher(question).replaceFirst("");
    }

    /** "What are the main causes?": of what, it does not say. */
    private static boolean isUnderspecified(String question) {
        List<NounPhrases.NounPhrase> nouns = NounPhrases.of(question).all();
        return !nouns.isEmpty()
                && !question.contains(" of ")
                && !question.matches(".*[.!?] .*")
                && nouns.stream().allMatch(noun -> noun.isGeneric() && !noun.isName() && noun.isSingleNoun());
    }

    /** "By then" is by the time of what was asked about. */
    private static String resolveTimeAnaphor(String question, DialogueContext background) {
        Matcher then = TIME_ANAPHOR.matcher(question);
        if (!then.find()) {
            return question;
        }
        return background
                .thingAntecedent(false)
                .map(thing -> question.substring(0, then.start()) + then.group(1) + " the time of " + thing
                        + question.substring(then.end()))
                .orElse(question);
    }

    private static String resolveOrdinal(String question, DialogueContext background) {
        Matcher nth = ORDINAL_REFERENCE.matcher(question);
        List<String> listed = background.listedItems();
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
