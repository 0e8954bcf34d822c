package pullquote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pullquote.article.Article;

/**
 * What is wrong with an answer, found with nothing but the article and a few patterns: it knows nothing of how the
 * proof goes about it, and so cannot make the same mistake. It finds less, but needs no model and no grammar.
 */
final class FactChecker {
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[.,:]\\d+)*|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|hundreds?|thousands?|millions?|billions?|dozens?|first|second|third)\\b");
    private static final Pattern MONTH =
            Pattern.compile("\\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|[a-z]+)");
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}’'-]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][”’\"')]*$");
    /** What begins a sentence with a capital and is no name. */
    private static final Set<String> SENTENCE_OPENERS = Set.of(
            ("the a an i it its he she his her they their we our this that these those there in on at by for of as to"
                            + " from with no not only all some many others according during until after before when"
                            + " while and but also however")
                    .split(" "));
    /** Whom the one interview that we look at is with: where he speaks, any of these is him. */
    private static final Pattern SPEAKER =
            Pattern.compile("\\b(?:Kassym-Jomart|Tokayev|[Pp]resident|[Hh]ead of state|he|his|I)\\b|[“”]");

    private final JsonNode answer;
    private final Article article;
    private final List<String> errors = new ArrayList<>();

    private FactChecker(JsonNode answer, Article article) {
        this.answer = answer;
        this.article = article;
    }

    /** @param answer of {@code POST /api/answers} */
    static List<String> find(JsonNode answer, Article article) {
        var untruths = new FactChecker(answer, article);
        answer.get("citations").forEach(untruths::checkCitation);
        answer.get("sentences").forEach(untruths::checkSentence);
        return untruths.errors;
    }

    private void checkCitation(JsonNode citation) {
        String paragraph =
                article.paragraphs().get(citation.get("paragraph").asInt() - 1).text();
        String there = paragraph.substring(
                citation.get("start").asInt(), citation.get("end").asInt());
        if (!there.equals(citation.get("quote").asText()) || there.isBlank()) {
            errors.add("[" + citation.get("number") + "] does not stand at its offsets");
        }
    }

    private void checkSentence(JsonNode sentence) {
        String text = sentence.get("text").asText();
        String quotes = citedText(sentence);
        if (quotes.isEmpty()) {
            errors.add("without a citation: " + text);
            return;
        }
        if (!SENTENCE_END.matcher(text).find()) {
            errors.add("no whole sentence: " + text);
        }
        Set<String> known = extractFacts(quotes).collect(Collectors.toSet());
        // Whatever the case is: a name may open a sentence there, and a word that is none here.
        Set<String> words = Pattern.compile("[^\\p{L}\\p{N}-]+")
                .splitAsStream(quotes.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        extractFacts(text)
                .filter(name -> !known.contains(name) && !words.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !(text.startsWith(name) && isOrdinaryWord(name.toLowerCase(Locale.ROOT), words)))
                .filter(name -> !(SPEAKER.matcher(name).matches()
                        && SPEAKER.matcher(quotes).find()))
                .forEach(name -> errors.add("“" + name + "” is in none of its quotes: " + text));
    }

    /** Numbers, months by their first three letters, and names without “’s”. */
    private static Stream<String> extractFacts(String text) {
        String months = MONTH.matcher(text).replaceAll("$1");
        return Stream.of(NUMBER, NAME)
                .flatMap(pattern -> pattern.matcher(months).results())
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("['’](?:s|$)", ""));
    }

    /** Whether the first word of a sentence has its capital from there: “Protecting”, where the quote has “protect”. */
    private static boolean isOrdinaryWord(String first, Set<String> words) {
        String stem = first.substring(0, Math.min(first.length(), 5));
        return SENTENCE_OPENERS.contains(first)
                || first.length() >= 3 && words.stream().anyMatch(word -> word.startsWith(stem));
    }

    private String citedText(JsonNode sentence) {
        List<Integer> numbers = StreamSupport.stream(sentence.get("citations").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
        return StreamSupport.stream(answer.get("citations").spliterator(), false)
                .filter(citation -> numbers.contains(citation.get("number").asInt()))
                .map(citation -> citation.get("quote").asText())
                .collect(Collectors.joining("\n"));
    }
}
