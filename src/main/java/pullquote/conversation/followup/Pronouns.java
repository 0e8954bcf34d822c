package pullquote.conversation.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.conversation.followup.Nouns.Noun;

/** Puts what was meant in the place of "it", "they", "he", "there" and the like. */
final class Pronouns {
    private static final Set<String> OF_PEOPLE = Set.of("he", "she", "him", "his", "her", "hers");
    private static final Set<String> OF_MANY = Set.of("they", "them", "their", "theirs", "these", "those");
    private static final Set<String> POSSESSIVE = Set.of("his", "her", "its", "their", "hers", "theirs");
    private static final Pattern PRONOUN = Pattern.compile(
            "\\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|this|that|these|those)\\b(?!['’])",
            Pattern.CASE_INSENSITIVE);
    /** Says nothing: "is it true that", "what time is it", "it is important to". */
    private static final Pattern EMPTY_IT = Pattern.compile(
            "(?i)\\bit (?:is |was |be |has been )?(?:\\w+ )?(?:true|possible|important|necessary|likely|said|reported|known|safe|legal|hard|easy|better|best|worth)\\b.*\\b(?:that|to|for|if)\\b"
                    + "|\\b(?:is|was) it (?:\\w+ )?(?:true|possible|important|necessary|likely|said|reported|known|safe|legal|hard|easy|better|best|worth)\\b.*\\b(?:that|to|for|if)\\b"
                    + "|what (?:time|day) is it");

    private static final Pattern THERE = Pattern.compile(
            "(?i)(?<!\\b(?:is|are|was|were|be|been|will|would|could|can|has|have|had|did|do|does) )\\bthere\\b(?!['’]s)(?! (?:is|are|was|were|be|been|will|would|has|have|had|any|anything|another|other)\\b)");

    private static final Pattern COMMENT = Pattern.compile("(?i)th(?:is|at)\\b[^?!.]*[!.](?= )");
    private static final Pattern SENTENCE_START = Pattern.compile("|.*[.!?] ");

    private Pronouns() {}

    static boolean isOne(String word) {
        return PRONOUN.matcher(word).matches();
    }

    static String resolve(String question, Background background) {
        String there = there(question, background);
        var resolved = new StringBuilder();
        var put = new HashMap<String, String>();
        Matcher pronoun = PRONOUN.matcher(there);
        boolean empty = EMPTY_IT.matcher(there).find();
        Nouns nouns = Nouns.of(there);
        while (pronoun.find()) {
            String word = pronoun.group().toLowerCase(Locale.ROOT);
            boolean skip = nouns.isDeterminer(pronoun.start())
                    || empty && word.equals("it")
                    || isNamedHere(there, pronoun.start(), word)
                    || isNoPronoun(there, pronoun, word)
                    || isComment(there, pronoun);
            Optional<String> meant = skip
                    ? Optional.empty()
                    : meant(word, background).filter(noun -> isFree(word, put.putIfAbsent(noun, word)));
            boolean possessive = POSSESSIVE.contains(word) && !(word.equals("her") && isObject(there, pronoun.end()));
            pronoun.appendReplacement(
                    resolved,
                    Matcher.quoteReplacement(meant.map(noun -> possessive ? possessive(noun) : noun)
                            .orElse(pronoun.group())));
        }
        return pronoun.appendTail(resolved).toString();
    }

    static boolean hasOne(String question) {
        return PRONOUN.matcher(question).find();
    }

    private static Optional<String> meant(String word, Background background) {
        if (OF_PEOPLE.contains(word)) {
            return background.person();
        }
        return background.thing(OF_MANY.contains(word));
    }

    private static String there(String question, Background background) {
        Matcher there = THERE.matcher(question);
        if (!there.find()) {
            return question;
        }
        return background
                .place()
                .map(place -> question.substring(0, there.start()) + place + question.substring(there.end()))
                .orElse(question);
    }

    /** "Did they get it?": who and what are two, and "them" are others than "they". */
    private static boolean isFree(String word, @Nullable String before) {
        return before == null
                || OF_MANY.contains(word) == OF_MANY.contains(before)
                        && !(word.equals("them") && before.equals("they"));
    }

    /** "That sounds easy. How …?": it says what the reader thinks, and nothing is asked about it. */
    private static boolean isComment(String question, Matcher pronoun) {
        return COMMENT.matcher(question)
                        .region(pronoun.start(), question.length())
                        .lookingAt()
                && SENTENCE_START
                        .matcher(question.substring(0, pronoun.start()))
                        .matches();
    }

    /** "The one that …" */
    private static boolean isNoPronoun(String question, Matcher pronoun, String word) {
        String before = question.substring(0, pronoun.start()).strip();
        return word.equals("that")
                && !before.isEmpty()
                && !before.matches(
                        "(?i).*\\b(?:is|was|did|does|do|of|about|why|how|when|what|like|to|with|after|before|for)$");
    }

    /** "Does Tokayev say that he intends …": the question itself tells who he is. */
    private static boolean isNamedHere(String question, int at, String word) {
        Nouns nouns = Nouns.of(question);
        List<Noun> before = nouns.all().stream()
                .filter(noun -> noun.start() < at && noun.start() + noun.text().length() <= at)
                .toList();
        if (OF_PEOPLE.contains(word)) {
            return before.stream().anyMatch(noun -> noun.isName() || noun.text().matches("(?i)the \\w+"));
        }
        boolean agrees = before.stream().anyMatch(noun -> noun.isPlural() == OF_MANY.contains(word));
        String soFar = question.substring(0, at);
        boolean clause = soFar.matches("(?i).*\\w.*(?:\\b(?:and|but|if|when|because|while|that)\\b|[.,;?!])\\s.*");
        return clause && (agrees || !before.isEmpty() || soFar.matches("(?i).*\\b(?:and|but)\\b.*"))
                || agrees && POSSESSIVE.contains(word);
    }

    private static boolean isObject(String question, int end) {
        String behind = question.substring(end).strip();
        return behind.isEmpty() || behind.matches("(?i)(?:[?.,!].*|(?:and|to|in|at|on|for|with|about)\\b.*)");
    }

    private static String possessive(String noun) {
        return noun + (noun.endsWith("s") ? "’" : "’s");
    }
}
