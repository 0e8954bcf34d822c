package pullquote.answer.extractive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.retrieval.Word;

/**
 * What a question asks for, read from its words.
 *
 * @param focus stems of what the answer is one of ("people" of "how many people"); none if unsaid
 * @param words the question's words that say what it is about
 * @param stems the stems of these
 */
record Asked(Kind kind, Set<String> focus, List<Word> words, Set<String> stems) {
    private static final Set<String> NO_CONTENT = WordList.of(
            "who whom whose what when where why how which did does do done is are was were be been "
                    + "has have had can could would should will shall may might many much long often far old me my i you your we us our he she it they "
                    + "them his her their its this that these those there then than please tell about according to article say says said "
                    + "s t d ll re ve not also any some only ever name called type kind sort quote quotes quotation exact exactly words verbatim");

    private static final Pattern SUMMARY = Pattern.compile(
            "^(?:(?:please|can you|could you|give me|give us|write|make|i want|i need|provide|a|an|the|short|brief|quick|concise) )*"
                    + "(?:summ?ar(?:y|i[sz]e)|sum up|overview|tl;?dr|gist|outline|recap)\\b.*"
                    + "|^what(?:'s|’s| is| was| are)? (?:the|this|that|your)? ?(?:article|story|text|report|piece|news|it|interview)s? (?:all )?about$"
                    + "|^what(?:'s|’s| is| are| were) the (?:main|key|most important|central) (?:points?|ideas?|facts?|message|takeaways?|topics?)\\b.*");
    private static final Pattern QUOTE = Pattern.compile(
            "^(?:please )?quote\\b|\\b(?:exact|own|precise|actual|very) words\\b|\\bverbatim\\b"
                    + "|\\bword for word\\b|\\bquotations?\\b|\\bquotes?\\b (?:from|by|of|about|on)\\b|^what exactly did .* say\\b");
    private static final Pattern VIEWS = Pattern.compile(
            "^what (?:else )?(?:does|did|do|has|have|had) .{1,80}? (?:say|said|think|thought|believe|argue|claim|state|tell|told|promise|emphasi[sz]e|stress|explain|announce|note)\\b.*"
                    + "|^what (?:is|are|was|were) .{1,80}?(?:'s|’s|s'|s’)? (?:view|opinion|position|stance|thoughts?|take|attitude)s?\\b.*"
                    + "|^how (?:does|did|do) .{1,60}? (?:describe|explain|justify|defend|view|see)\\b.*");
    private static final Pattern YES_NO =
            Pattern.compile("^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might"
                    + "|isn't|aren't|wasn't|didn't|doesn't)\\b(?!.* or ).*");
    private static final String AUXILIARY =
            "(?:is|are|was|were|did|does|do|has|have|had|can|could|would|should|will|the|a|an)\\b";
    private static final Pattern INTERROGATIVE = Pattern.compile(
            "\\b(how (?:many|much|long|old|far|often|large|big|tall|high|fast|deep|wide|heavy)|whose|whom|who|when|where|why|how|which|what)\\b(?:'s|’s)?"
                    + "(?: ((?!" + AUXILIARY + ")[\\p{L}-]+(?: (?!" + AUXILIARY + ")[\\p{L}-]+)?)"
                    + "| (?:is|are|was|were) (?:the|his|her|its|their) (?:name of the )?([\\p{L}-]+(?: [\\p{L}-]+)?))?");
    private static final Pattern COST =
            Pattern.compile("\\b(?:cost|costs|price|pay|paid|spend|spent|worth|money|charge|earn|budget)\\b");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("who", Kind.PERSON),
            Map.entry("whom", Kind.PERSON),
            Map.entry("whose", Kind.PERSON),
            Map.entry("when", Kind.DATE),
            Map.entry("where", Kind.PLACE),
            Map.entry("why", Kind.REASON),
            Map.entry("how", Kind.MANNER),
            Map.entry("how many", Kind.COUNT),
            Map.entry("how old", Kind.AGE),
            Map.entry("how long", Kind.DURATION),
            Map.entry("how often", Kind.FREQUENCY));
    private static final Map<Kind, Set<String>> NOUNS = Map.of(
            Kind.DATE,
            WordList.of("year years date day month months century decade time era period"),
            Kind.AMOUNT,
            WordList.of(
                    "number percentage percent proportion fraction amount population temperature rate size distance length height weight score total share speed volume"),
            Kind.AGE,
            WordList.of("age"),
            Kind.MONEY,
            WordList.of("cost price budget salary revenue income"),
            Kind.COUNTRY,
            WordList.of("country countries nation nations"),
            Kind.PLACE,
            WordList.of(
                    "city cities state states place places location town village region continent province county area district street"),
            Kind.PERSON,
            WordList.of(
                    "person man woman men women king queen president leader author scientist emperor pope general minister politician activist commissioner official scholar"));

    static Asked of(String question, String language) {
        List<Word> words = Word.of(question, language).stream()
                .filter(word -> !word.stem().isEmpty() && !NO_CONTENT.contains(word.lower()))
                .toList();
        String lower = question.toLowerCase(Locale.ROOT).replaceAll("[?!.\\s]+$", "");
        Set<String> focus = Set.of();
        Kind kind = formOf(lower);
        Matcher interrogative = INTERROGATIVE.matcher(lower);
        if (kind == Kind.THING && interrogative.find()) {
            String noun = Stream.of(interrogative.group(2), interrogative.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            focus = Word.stems(Word.of(noun, language));
            kind = kindOf(interrogative.group(1), noun, COST.matcher(lower).find());
        }
        return new Asked(kind, focus, words, Word.stems(words));
    }

    private static Kind formOf(String question) {
        if (SUMMARY.matcher(question).matches()) {
            return Kind.SUMMARY;
        }
        if (QUOTE.matcher(question).find()) {
            return Kind.QUOTE;
        }
        if (VIEWS.matcher(question).matches()) {
            return Kind.VIEWS;
        }
        return YES_NO.matcher(question).matches() ? Kind.YES_NO : Kind.THING;
    }

    private static Kind kindOf(String interrogative, String noun, boolean ofCost) {
        if (interrogative.equals("how much")) {
            return ofCost ? Kind.MONEY : Kind.AMOUNT;
        }
        if (interrogative.equals("which") || interrogative.equals("what")) {
            List<String> nouns = Arrays.asList(noun.split(" "));
            return NOUNS.entrySet().stream()
                    .filter(entry -> nouns.stream().anyMatch(entry.getValue()::contains))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElse(Kind.THING);
        }
        return KINDS.getOrDefault(interrogative, Kind.AMOUNT);
    }

    /** Whether the words of an answer tell that they are one, as a number does for "how many". */
    boolean hasSign() {
        return kind != Kind.THING || !focus.isEmpty();
    }
}
