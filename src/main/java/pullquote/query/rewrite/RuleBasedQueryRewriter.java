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
 * Rewrites follow-up questions by rules: it completes elliptical questions from the previous one and replaces pronouns
 * with their antecedents. Rewritten questions, and those that {@link ContextDependence} considers incomplete, get
 * expansion terms from {@link QueryExpander}. Standalone questions stay unchanged. Supports English only.
 */
public final class RuleBasedQueryRewriter implements ContextualRewriter {
    private static final Pattern DISCOURSE_MARKERS =
            Pattern.compile("(?i)^(?:(?:and|but|so|or|ok(?:ay)?|well|hmm|no|yes|thanks|thank"
                    + " you|great|interesting|wow|cool|really|sure|right)\\b[\\s,.!?…-]*)+(?=\\S)");
    private static final Pattern TIME_ANAPHOR =
            Pattern.compile("(?i)\\b(by|since|until|before|after) (?:then|that(?: time)?)(?=[?.,!]|$)");
    private static final Pattern ORDINAL_REFERENCE =
            Pattern.compile("(?i)\\bthe (first|second|third|last|other) one\\b");

    private final QueryExpander expander;
    private final ContextDependence contextDependence;

    public RuleBasedQueryRewriter() {
        this(new QueryExpander(), new ContextDependence());
    }

    RuleBasedQueryRewriter(QueryExpander expander, ContextDependence contextDependence) {
        this.expander = expander;
        this.contextDependence = contextDependence;
    }

    @Override
    public Question rewrite(Question question, List<Turn> history) {
        if (!isEnglish(question) || history.isEmpty()) {
            return question;
        }
        Question rewritten = resolveReferences(question, history);
        return rewritten.text().equals(question.text())
                        && contextDependence.probability(question.text(), history) < ContextDependence.THRESHOLD
                ? question
                : rewritten.withExpansion(expander.expand(question.text(), rewritten.text(), history));
    }

    /**
     * Returns true if a question may depend on the conversation. Questions in other languages than English always may,
     * because the rules cannot tell.
     */
    boolean needsContext(Question question, List<Turn> history) {
        return !history.isEmpty()
                && (!isEnglish(question) || needsContext(question, resolveReferences(question, history)));
    }

    /** Adds expansion terms from the conversation to a question that was rewritten elsewhere. */
    Question expand(Question standalone, List<Turn> history) {
        return isEnglish(standalone)
                ? standalone.withExpansion(expander.expand(standalone.text(), standalone.text(), history))
                : standalone;
    }

    private static Question resolveReferences(Question question, List<Turn> history) {
        try {
            String text = rewriteText(question.text(), DialogueContext.of(history));
            return text.equals(question.text()) ? question : question.rephrased(text);
        } catch (InvalidQuestion e) {
            // The rewritten question is too long.
            return question;
        }
    }

    private static boolean needsContext(Question question, Question rewritten) {
        return !rewritten.text().equals(question.text())
                || DISCOURSE_MARKERS.matcher(question.text()).find()
                || PronounResolver.containsPronoun(question.text());
    }

    private static boolean isEnglish(Question question) {
        return question.detectedLanguage().equals("en");
    }

    private static String rewriteText(String asked, DialogueContext context) {
        String question = stripDiscourseMarkers(asked);
        Optional<String> completed = EllipsisResolver.resolve(question, !question.equals(asked), context);
        String whole = completed.orElse(question);
        String resolved = completed.isPresent()
                ? whole
                : PronounResolver.resolve(resolveOrdinal(resolveTimeAnaphor(whole, context), context), context);
        if (resolved.equals(question) && isUnderspecified(question)) {
            return context.topic()
                    .map(topic -> question.replaceAll("[?.!\\s]+$", "") + " (" + topic + ")?")
                    .orElse(asked);
        }
        // "And who visited them?": if nothing else changes, the question is left as it was asked.
        return resolved.equals(question) ? asked : Character.toUpperCase(resolved.charAt(0)) + resolved.substring(1);
    }

    /** Removes markers that ask nothing: "Interesting. But why?" becomes "why?". */
    static String stripDiscourseMarkers(String question) {
        return DISCOURSE_MARKERS.matcher(question).replaceFirst("");
    }

    /** Returns true if the question has only generic nouns: "What are the main causes?" does not say of what. */
    private static boolean isUnderspecified(String question) {
        List<NounPhrases.NounPhrase> nouns = NounPhrases.of(question).all();
        return !nouns.isEmpty()
                && !question.contains(" of ")
                && !question.matches(".*[.!?] .*")
                && nouns.stream().allMatch(noun -> noun.isGeneric() && !noun.isName() && noun.isSingleNoun());
    }

    /** Replaces "by then" with the time of the thing asked about. */
    private static String resolveTimeAnaphor(String question, DialogueContext context) {
        Matcher then = TIME_ANAPHOR.matcher(question);
        if (!then.find()) {
            return question;
        }
        return context.thingAntecedent(false)
                .map(thing -> question.substring(0, then.start()) + then.group(1) + " the time of " + thing
                        + question.substring(then.end()))
                .orElse(question);
    }

    private static String resolveOrdinal(String question, DialogueContext context) {
        Matcher ordinal = ORDINAL_REFERENCE.matcher(question);
        List<String> listed = context.listedItems();
        if (!ordinal.find() || listed.isEmpty()) {
            return question;
        }
        int at = switch (ordinal.group(1).toLowerCase(Locale.ROOT)) {
            case "first" -> 0;
            case "second", "other" -> 1;
            case "third" -> 2;
            default -> listed.size() - 1;
        };
        return at >= listed.size()
                ? question
                : question.substring(0, ordinal.start()) + listed.get(at) + question.substring(ordinal.end());
    }
}
