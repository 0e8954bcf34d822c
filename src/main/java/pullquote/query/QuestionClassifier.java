package pullquote.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classifies English questions by their form.
 *
 * @param answerType the kind of answer the question asks for
 * @param focus the speaker whose views are asked for, or the noun that the answer is an instance of: "people" in "how
 *     many people"; can be empty
 * @param topic what the views are about; for other questions, the whole question
 */
record QuestionClassifier(AnswerType answerType, String focus, String topic) {
    private static final String ABOUT_PREPOSITION = "(?: (?:about|on|of|for|regarding|concerning))?";
    private static final String REPORTING_VERB =
            "(?:say|said|think|thought|believe|argue|claim|state|tell|told|promise|stress"
                    + "|emphasi[sz]e|explain|announce|note)";
    private static final String VIEW_NOUN =
            "(?:view|opinion|position|stance|thought|take|attitude|plan|goal|aim|proposal"
                    + "|promise|demand|argument)s?";
    /** Excludes words that follow "which" or "how many" but are not nouns. */
    private static final String NON_NOUN_LOOKAHEAD =
            "(?!(?:is|are|was|were|did|does|do|has|have|had|can|could|would|should|will" + "|the|a|an)\\b)";

    private static final Pattern SUMMARY = anyOf(
            "^(?:(?:please|can you|could you|give me|give us|write|make|i want|i"
                    + " need|provide|a|an|the|short|brief|quick|concise) )*(?:summ?ar(?:y|i[sz]e)|sum"
                    + " up|overview|tl;?dr|gist|outline|recap)\\b.*",
            "^what(?:'s|’s| is| was| are)? (?:the|this|that|your)? ?"
                    + "(?:article|story|text|report|piece|news|it|interview)s? (?:all )?about$",
            "^what(?:'s|’s| is| are| were) the (?:main|key|most important|central) "
                    + "(?:points?|ideas?|facts?|message|takeaways?|topics?)\\b.*");

    private static final Pattern QUOTE = anyOf(
            "^(?:please )?quote\\b",
            "\\b(?:exact|own|precise|actual|very) words\\b",
            "\\bverbatim\\b",
            "\\bword for word\\b",
            "\\bquotations?\\b",
            "\\bquotes? (?:from|by|of|about|on)\\b",
            "^what exactly did .* say\\b");

    private static final Pattern VIEWS = anyOf(
            "^what (?:else )?(?:does|did|do|has|have|had) (?<speaker>.{1,80}?) " + REPORTING_VERB + "\\b"
                    + ABOUT_PREPOSITION + "(?<topic>.*)",
            "^what (?:is|are|was|were) (?<holder>.{1,80}?)(?:['’]s|s['’])? " + VIEW_NOUN + "\\b" + ABOUT_PREPOSITION
                    + "(?<matter>.*)",
            "^how (?:does|did|do) (?<teller>.{1,60}?) (?:describe|explain|justify|defend|view|see)\\b(?<told>.*)");

    private static final Pattern YES_NO =
            anyOf("^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
                    + "|may|might|isn't|aren't|wasn't|didn't|doesn't)\\b(?!.* or ).*");

    private static final Pattern INTERROGATIVE =
            anyOf("\\b(?<word>how (?:many|much|long|old|far|often|large|big|tall|high|fast|deep|wide|heavy)"
                    + "|whose|whom|who|when|where|why|how|which|what)\\b(?:['’]s)?"
                    + "(?: (?<noun>" + NON_NOUN_LOOKAHEAD + "[\\p{L}-]+(?: " + NON_NOUN_LOOKAHEAD
                    + "[\\p{L}-]+)?)| (?:is|are|was|were)"
                    + " (?:the|his|her|its|their) (?:name of"
                    + " the )?(?<what>[\\p{L}-]+(?:"
                    + " [\\p{L}-]+)?))?");

    /** Matches questions that ask for anything about a topic: "What about the CSTO?". */
    private static final Pattern ABOUT_QUESTION = anyOf("^(?:and )?(?:what|how) about\\b.*");

    private static final Pattern COST_WORDS =
            anyOf("\\b(?:cost|costs|price|pay|paid|spend|spent|worth|money|charge|earn|budget)\\b");

    private static final Map<String, AnswerType> TYPES_BY_INTERROGATIVE = Map.ofEntries(
            Map.entry("who", AnswerType.PERSON),
            Map.entry("whom", AnswerType.PERSON),
            Map.entry("whose", AnswerType.PERSON),
            Map.entry("when", AnswerType.DATE),
            Map.entry("where", AnswerType.PLACE),
            Map.entry("why", AnswerType.REASON),
            Map.entry("how", AnswerType.MANNER),
            Map.entry("how many", AnswerType.COUNT),
            Map.entry("how old", AnswerType.AGE),
            Map.entry("how long", AnswerType.DURATION),
            Map.entry("how often", AnswerType.FREQUENCY));

    /** Answer types of "which" and "what" questions, by the noun that follows. */
    private static final Map<AnswerType, Set<String>> NOUNS_BY_TYPE = Map.of(
            AnswerType.DATE,
            words("year years date day month months century decade time era period"),
            AnswerType.AMOUNT,
            words("number percentage percent proportion fraction amount population temperature rate size distance"
                    + " length height weight score total share speed volume"),
            AnswerType.AGE,
            words("age"),
            AnswerType.MONEY,
            words("cost price budget salary revenue income"),
            AnswerType.COUNTRY,
            words("country countries nation nations"),
            AnswerType.PLACE,
            words("city cities state states place places location town village region continent province county"
                    + " area district street"),
            AnswerType.PERSON,
            words("person man woman men women king queen president leader author scientist emperor pope general"
                    + " minister politician activist commissioner official scholar"));

    static QuestionClassifier of(String question) {
        String lower = question.toLowerCase(Locale.ROOT).replaceAll("[?!.\\s]+$", "");
        if (SUMMARY.matcher(lower).matches()) {
            return new QuestionClassifier(AnswerType.SUMMARY, "", question);
        }
        if (QUOTE.matcher(lower).find()) {
            return new QuestionClassifier(AnswerType.QUOTE, "", question);
        }
        Matcher views = VIEWS.matcher(lower);
        if (views.matches()) {
            String topic = firstNonNull(views.group("topic"), views.group("matter"), views.group("told"));
            return new QuestionClassifier(
                    AnswerType.VIEWS,
                    firstNonNull(views.group("speaker"), views.group("holder"), views.group("teller")),
                    topic.isBlank() ? question : topic.strip());
        }
        if (YES_NO.matcher(lower).matches()) {
            return new QuestionClassifier(AnswerType.YES_NO, "", question);
        }
        if (ABOUT_QUESTION.matcher(lower).matches()) {
            return new QuestionClassifier(AnswerType.THING, "", question);
        }
        Matcher interrogative = INTERROGATIVE.matcher(lower);
        if (!interrogative.find()) {
            return new QuestionClassifier(AnswerType.THING, "", question);
        }
        String noun = firstNonNull(interrogative.group("noun"), interrogative.group("what"));
        return new QuestionClassifier(
                answerType(
                        interrogative.group("word"),
                        noun,
                        COST_WORDS.matcher(lower).find()),
                noun,
                question);
    }

    private static AnswerType answerType(String interrogative, String noun, boolean ofCost) {
        if (interrogative.equals("how much")) {
            return ofCost ? AnswerType.MONEY : AnswerType.AMOUNT;
        }
        if (interrogative.equals("which") || interrogative.equals("what")) {
            List<String> nouns = Arrays.asList(noun.split(" "));
            return NOUNS_BY_TYPE.entrySet().stream()
                    .filter(entry -> nouns.stream().anyMatch(entry.getValue()::contains))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElse(AnswerType.THING);
        }
        return TYPES_BY_INTERROGATIVE.getOrDefault(interrogative, AnswerType.AMOUNT);
    }

    private static String firstNonNull(@Nullable String... groups) {
        return Arrays.stream(groups).filter(Objects::nonNull).findFirst().orElse("");
    }

    private static Pattern anyOf(String... patterns) {
        return Pattern.compile(String.join("|", patterns));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }
}
