package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pullquote.SampleArticles;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.Verifier;
import pullquote.article.Article;
import pullquote.retrieval.Passage;
import pullquote.text.Word;

/** Takes the articles' own sentences and alters one word of each in every way: none may be let through. */
class ClaimVerifierAlterationTest {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMBER_WORD = Pattern.compile("\\b(?:two|four|twenty|forty)\\b");
    private static final Pattern MONTH = Pattern.compile("Jan\\.|January|March");
    private static final Pattern NEGATION = Pattern.compile("\\b(?:not|no|Not|Nobody)\\b ?|n’t\\b");
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:is|was|were|are|will|should|must|have been|said|knew|visited|plans|opened|serves|worked|learned|left)\\b");
    private static final List<String> UNRELATED_NAMES = List.of("Nazarbayev", "Serik", "Astana", "Khabarov", "Feb");
    private static final List<Article> ENGLISH_ARTICLES =
            List.of(InterviewArticle.ARTICLE, SampleArticles.TEA, SampleArticles.BRIDGE);

    static Stream<Evidence> sentences() {
        return ENGLISH_ARTICLES.stream()
                .flatMap(article -> article.paragraphs().stream()
                        .flatMap(paragraph -> article.sentences(paragraph).stream()
                                .map(span -> new Evidence(article, paragraph, span))));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void sentences_with_one_altered_word_are_rejected(Evidence sentence) {
        List<Passage> passages = sentence.article().paragraphs().stream()
                .map(paragraph -> new Passage(sentence.article(), paragraph, 1))
                .toList();
        Verifier proof = new ClaimVerifier();

        assertThat(alterations(sentence.quote()))
                .filteredOn(text -> proof.verify(new DraftSentence(text, List.of(sentence)), passages)
                        .isPresent())
                .isEmpty();
    }

    private static List<String> alterations(String sentence) {
        var altered = new ArrayList<String>();
        addAlterations(
                DIGITS, sentence, found -> List.of(String.valueOf(Long.parseLong(found) + 1), found + "0"), altered);
        addAlterations(NUMBER_WORD, sentence, found -> List.of("three", "one", "5"), altered);
        addAlterations(MONTH, sentence, found -> List.of("Feb.", "December"), altered);
        addAlterations(NEGATION, sentence, found -> List.of(""), altered);
        addAlterations(VERB, sentence, found -> List.of(found + " not", "never " + found), altered);
        for (Word word : Word.tokenize(sentence, "en")) {
            if (word.isName()) {
                for (String stranger : UNRELATED_NAMES) {
                    if (!sentence.contains(stranger)) {
                        altered.add(sentence.substring(0, word.start())
                                + stranger
                                + sentence.substring(word.start() + word.text().length()));
                    }
                }
            }
        }
        return altered;
    }

    private interface Alteration {
        List<String> replacementsFor(String found);
    }

    private static void addAlterations(Pattern what, String sentence, Alteration alteration, List<String> altered) {
        for (MatchResult found : what.matcher(sentence).results().toList()) {
            for (String other : alteration.replacementsFor(found.group())) {
                altered.add(sentence.substring(0, found.start()) + other + sentence.substring(found.end()));
            }
        }
    }
}
