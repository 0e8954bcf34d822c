package pullquote.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.WordClass;
import pullquote.text.Word;

/**
 * Adds the sentences that a sentence depends on: the one that names "he" in "he said", or "their" in "their main
 * function".
 */
final class AntecedentResolver {
    /** Matches an impersonal "it", which depends on nothing: "It is reported that …". */
    private static final Pattern EXPLETIVE = Pattern.compile(
            "^it (?:is|was|has been|had been|will be|seems|appears)\\b.{0,40}\\b(?:that|to)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Matches a reporting clause with a pronoun, after a quotation or in indirect speech: “…,” he said; …, he said. */
    private static final Pattern PRONOUN_REPORTING_CLAUSE =
            Pattern.compile("[”\"»],?\\s*(?:he|she|they)\\s+\\p{L}+(?:\\s\\p{L}+)?[.,]?$"
                    + "|,\\s+(?:he|she|they)\\s+(?:said|added|noted|stated|stressed|explained|told|wrote)\\b[^“\"«]*$"
                    + "|[,?!…][”\"»]?,?\\s*[–—-]\\s*\\p{Ll}+\\s+(?:он|она|они)\\b[^«“\"]*$"
                    + "|[”\"»,–—-]\\s*(?:деді|дейді|деп\\s+\\p{L}+)\\s+(?:ол|олар)\\.?$");

    /** Number of previous sentences searched for the person that a pronoun refers to. */
    private static final int MAX_SENTENCES_BACK = 4;

    private final SentenceIndex index;

    AntecedentResolver(SentenceIndex index) {
        this.index = index;
    }

    /** Returns the sentences, each after the ones it depends on, without duplicates. */
    List<SourceSentence> withAntecedents(List<SourceSentence> selected) {
        var complete = new LinkedHashSet<SourceSentence>();
        for (SourceSentence sentence : selected) {
            complete.addAll(antecedentsOf(sentence));
            complete.add(sentence);
        }
        return List.copyOf(complete);
    }

    /** Returns true if the sentence cannot be understood without the previous ones. */
    static boolean needsAntecedent(SourceSentence sentence) {
        return opensWithPronoun(sentence) || hasPronounSpeaker(sentence);
    }

    private List<SourceSentence> antecedentsOf(SourceSentence sentence) {
        List<SourceSentence> all = index.sentences(sentence.evidence().article());
        int at = indexOf(all, sentence);
        var before = new ArrayList<SourceSentence>();
        if (opensWithPronoun(sentence)) {
            while (at > 0 && before.size() < 2 && opensWithPronoun(all.get(at))) {
                before.add(0, all.get(--at));
            }
        } else if (hasPronounSpeaker(sentence)) {
            Set<String> names = index.articleNames(sentence.evidence().article());
            for (int i = at - 1; i >= Math.max(0, at - MAX_SENTENCES_BACK); i--) {
                if (mentionsPerson(all.get(i), names)) {
                    before.add(all.get(i));
                    break;
                }
            }
        }
        return before;
    }

    /** Compares sentences by position, because an article can contain the same sentence twice. */
    private static int indexOf(List<SourceSentence> all, SourceSentence sentence) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).evidence().equals(sentence.evidence())) {
                return i;
            }
        }
        throw new IllegalArgumentException("sentence not found in its article: " + sentence.text());
    }

    private static boolean opensWithPronoun(SourceSentence sentence) {
        return !sentence.words().isEmpty()
                && WordClass.PRONOUNS.contains(sentence.words().get(0), sentence.language())
                && !EXPLETIVE.matcher(sentence.text()).matches();
    }

    private static boolean hasPronounSpeaker(SourceSentence sentence) {
        return PRONOUN_REPORTING_CLAUSE.matcher(sentence.text()).find();
    }

    /**
     * Returns true if the sentence names a person. The first word is always capitalized, so it must be a name elsewhere
     * in the article.
     */
    private static boolean mentionsPerson(SourceSentence sentence, Set<String> names) {
        List<Word> words = sentence.words();
        return !words.isEmpty() && names.contains(words.get(0).stem())
                || words.stream().anyMatch(word -> word.isName() && canBePersonName(word, sentence.language()));
    }

    private static boolean canBePersonName(Word word, String language) {
        return !WordClass.MONTHS.contains(word, language) && !WordClass.COUNTRIES.contains(word, language);
    }
}
