package pullquote.query.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.query.rewrite.NounPhrases.NounPhrase;

/** Replaces pronouns such as "it", "they", "he" and "there" with their antecedents. */
final class PronounResolver {
    private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "him", "his", "her", "hers");
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "them", "their", "theirs", "these", "those");
    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("his", "her", "its", "their", "hers", "theirs");
    private static final Pattern PRONOUN = Pattern.compile(
            "\\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|this|that|these|those)\\b(?!['’])",
            Pattern.CASE_INSENSITIVE);
    /** Matches an "it" without an antecedent: "is it true that", "what time is it", "it is important to". */
    private static final Pattern EXPLETIVE_IT = Pattern.compile("(?i)\\bit (?:is |was |be |has been )?(?:\\w+"
            + " )?(?:true|possible|important|necessary|likely|said|reported|known|safe|legal|hard|easy|better|best|worth)\\b.*\\b(?:that|to|for|if)\\b|\\b(?:is|was)"
            + " it (?:\\w+"
            + " )?(?:true|possible|important|necessary|likely|said|reported|known|safe|legal|hard|easy|better|best|worth)\\b.*\\b(?:that|to|for|if)\\b|what"
            + " (?:time|day) is it");

    private static final Pattern LOCATIVE_THERE =
            Pattern.compile("(?i)(?<!\\b(?:is|are|was|were|be|been|will|would|could|can|has|have|had|did|do|does)"
                    + " )\\bthere\\b(?!['’]s)(?!"
                    + " (?:is|are|was|were|be|been|will|would|has|have|had|any|anything|another|other)\\b)");

    private static final Pattern COMMENT_SENTENCE = Pattern.compile("(?i)th(?:is|at)\\b[^?!.]*[!.](?= )");
    private static final Pattern SENTENCE_START = Pattern.compile("|.*[.!?] ");

    private PronounResolver() {}

    static boolean isPronoun(String word) {
        return PRONOUN.matcher(word).matches();
    }

    static String resolve(String question, DialogueContext context) {
        String text = resolveThere(question, context);
        var resolved = new StringBuilder();
        var pronounByAntecedent = new HashMap<String, String>();
        Matcher pronoun = PRONOUN.matcher(text);
        boolean hasExpletive = EXPLETIVE_IT.matcher(text).find();
        NounPhrases nouns = NounPhrases.of(text);
        while (pronoun.find()) {
            String word = pronoun.group().toLowerCase(Locale.ROOT);
            boolean skip = nouns.isDeterminerAt(pronoun.start())
                    || hasExpletive && word.equals("it")
                    || hasLocalAntecedent(text, pronoun.start(), word)
                    || isRelativizer(text, pronoun, word)
                    || isComment(text, pronoun);
            Optional<String> antecedent = skip
                    ? Optional.empty()
                    : findAntecedent(word, context)
                            .filter(noun -> isCompatible(word, pronounByAntecedent.putIfAbsent(noun, word)));
            boolean possessive = POSSESSIVE_PRONOUNS.contains(word)
                    && !(word.equals("her") && isObjectPosition(text, pronoun.end()));
            pronoun.appendReplacement(
                    resolved,
                    Matcher.quoteReplacement(antecedent
                            .map(noun -> possessive ? toPossessive(noun) : noun)
                            .orElse(pronoun.group())));
        }
        return pronoun.appendTail(resolved).toString();
    }

    static boolean containsPronoun(String question) {
        return PRONOUN.matcher(question).find();
    }

    private static Optional<String> findAntecedent(String word, DialogueContext context) {
        if (PERSON_PRONOUNS.contains(word)) {
            return context.personAntecedent();
        }
        return context.thingAntecedent(PLURAL_PRONOUNS.contains(word));
    }

    private static String resolveThere(String question, DialogueContext context) {
        Matcher there = LOCATIVE_THERE.matcher(question);
        if (!there.find()) {
            return question;
        }
        return context.placeAntecedent()
                .map(place -> question.substring(0, there.start()) + place + question.substring(there.end()))
                .orElse(question);
    }

    /**
     * Returns true if the pronoun can refer to the same noun as an earlier one. In "Did they get it?" the two differ,
     * and "them" differs from "they".
     */
    private static boolean isCompatible(String word, @Nullable String before) {
        return before == null
                || PLURAL_PRONOUNS.contains(word) == PLURAL_PRONOUNS.contains(before)
                        && !(word.equals("them") && before.equals("they"));
    }

    /** Returns true if the pronoun starts a comment that asks nothing: "That sounds easy. How …?". */
    private static boolean isComment(String question, Matcher pronoun) {
        return COMMENT_SENTENCE
                        .matcher(question)
                        .region(pronoun.start(), question.length())
                        .lookingAt()
                && SENTENCE_START
                        .matcher(question.substring(0, pronoun.start()))
                        .matches();
    }

    /** Returns true if the word is a relative pronoun: "the one that …". */
    private static boolean isRelativizer(String question, Matcher pronoun, String word) {
        String before = question.substring(0, pronoun.start()).strip();
        return word.equals("that")
                && !before.isEmpty()
                && !before.matches(
                        "(?i).*\\b(?:is|was|did|does|do|of|about|why|how|when|what|like|to|with|after|before|for)$");
    }

    /** Returns true if the question itself contains the antecedent: "Does Tokayev say that he intends …". */
    private static boolean hasLocalAntecedent(String question, int at, String word) {
        NounPhrases nouns = NounPhrases.of(question);
        List<NounPhrase> before = nouns.all().stream()
                .filter(noun -> noun.start() < at && noun.start() + noun.text().length() <= at)
                .toList();
        if (PERSON_PRONOUNS.contains(word)) {
            return before.stream().anyMatch(noun -> noun.isName() || noun.text().matches("(?i)the \\w+"));
        }
        boolean agrees = before.stream().anyMatch(noun -> noun.isPlural() == PLURAL_PRONOUNS.contains(word));
        String soFar = question.substring(0, at);
        boolean clause = soFar.matches("(?i).*\\w.*(?:\\b(?:and|but|if|when|because|while|that)\\b|[.,;?!])\\s.*");
        return clause && (agrees || !before.isEmpty() || soFar.matches("(?i).*\\b(?:and|but)\\b.*"))
                || agrees && POSSESSIVE_PRONOUNS.contains(word);
    }

    private static boolean isObjectPosition(String question, int end) {
        String behind = question.substring(end).strip();
        return behind.isEmpty() || behind.matches("(?i)(?:[?.,!].*|(?:and|to|in|at|on|for|with|about)\\b.*)");
    }

    private static String toPossessive(String noun) {
        return noun + (noun.endsWith("s") ? "’" : "’s");
    }
}
