package pullquote.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.WordClass;
import pullquote.text.Word;

/** Brings along what a sentence leans on: who "he" is in "he said", what "their" main function is the function of. */
final class AntecedentResolver {
    /** "It is reported that …" leans on nothing. */
    private static final Pattern EXPLETIVE = Pattern.compile(
            "^it (?:is|was|has been|had been|will be|seems|appears)\\b.{0,40}\\b(?:that|to)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** “…,” he said. — or, in indirect speech: …, he said. */
    private static final Pattern PRONOUN_REPORTING_CLAUSE =
            Pattern.compile("[”\"»],?\\s*(?:he|she|they)\\s+\\p{L}+(?:\\s\\p{L}+)?[.,]?$"
                    + "|,\\s+(?:he|she|they)\\s+(?:said|added|noted|stated|stressed|explained|told|wrote)\\b[^“\"«]*$"
                    + "|[,?!…][”\"»]?,?\\s*[–—-]\\s*\\p{Ll}+\\s+(?:он|она|они)\\b[^«“\"]*$"
                    + "|[”\"»,–—-]\\s*(?:деді|дейді|деп\\s+\\p{L}+)\\s+(?:ол|олар)\\.?$");

    /** How far back a person is still "he". */
    private static final int MAX_SENTENCES_BACK = 4;

    private final SentenceIndex index;

    AntecedentResolver(SentenceIndex lines) {
        this.index = lines;
    }

    /** The same lines, each behind what it leans on, none twice. */
    List<SourceSentence> withAntecedents(List<SourceSentence> chosen) {
        var complete = new LinkedHashSet<SourceSentence>();
        for (SourceSentence line : chosen) {
            complete.addAll(antecedentsOf(line));
            complete.add(line);
        }
        return List.copyOf(complete);
    }

    /** Whether it cannot be understood without what stands before it. */
    static boolean needsAntecedent(SourceSentence line) {
        return opensWithPronoun(line) || hasPronounSpeaker(line);
    }

    private List<SourceSentence> antecedentsOf(SourceSentence line) {
        List<SourceSentence> all = index.sentences(line.evidence().article());
        int at = indexIn(all, line);
        var before = new ArrayList<SourceSentence>();
        if (opensWithPronoun(line)) {
            while (at > 0 && before.size() < 2 && opensWithPronoun(all.get(at))) {
                before.add(0, all.get(--at));
            }
        } else if (hasPronounSpeaker(line)) {
            Set<String> names = index.articleNames(line.evidence().article());
            for (int i = at - 1; i >= Math.max(0, at - MAX_SENTENCES_BACK); i--) {
                if (mentionsPerson(all.get(i), names)) {
                    before.add(all.get(i));
                    break;
                }
            }
        }
        return before;
    }

    /** Lines are compared by their place: a sentence may stand twice in an article. */
    private static int indexIn(List<SourceSentence> all, SourceSentence line) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).evidence().equals(line.evidence())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line of its article: " + line.text());
    }

    private static boolean opensWithPronoun(SourceSentence line) {
        return !line.words().isEmpty()
                && WordClass.PRONOUNS.contains(line.words().get(0), line.language())
                && !EXPLETIVE.matcher(line.text()).matches();
    }

    private static boolean hasPronounSpeaker(SourceSentence line) {
        return PRONOUN_REPORTING_CLAUSE.matcher(line.text()).find();
    }

    /** At the beginning of a sentence, where every word has a capital, a name is known from elsewhere. */
    private static boolean mentionsPerson(SourceSentence line, Set<String> names) {
        List<Word> words = line.words();
        return !words.isEmpty() && names.contains(words.get(0).stem())
                || words.stream().anyMatch(word -> word.isName() && isPersonalPronoun(word, line.language()));
    }

    private static boolean isPersonalPronoun(Word word, String language) {
        return !WordClass.MONTHS.contains(word, language) && !WordClass.COUNTRIES.contains(word, language);
    }
}
