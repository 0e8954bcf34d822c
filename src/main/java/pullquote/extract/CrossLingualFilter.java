package pullquote.extract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import pullquote.article.Article;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.text.Word;

/**
 * Filters the sentences that can answer a question translated word by word. Such a translation is unreliable, so a
 * sentence must contain most of the question's words, all its names and numbers, and the kind of answer it asks for.
 */
final class CrossLingualFilter {
    /** Minimum share (0 to 1) of the question's words, weighted by rarity, that a sentence and the previous one contain. */
    private static final double MIN_COVERAGE = 0.6;
    /** Answer types whose answers almost always match {@link AnswerTypeMatcher}, so a match is required. */
    private static final Set<AnswerType> MATCH_REQUIRED_TYPES =
            EnumSet.of(AnswerType.PERSON, AnswerType.DATE, AnswerType.PLACE, AnswerType.REASON, AnswerType.AGE);
    /** Answer types whose questions do not start with the thing asked about, so the head word is not required. */
    private static final Set<AnswerType> TYPES_WITHOUT_HEAD =
            EnumSet.of(AnswerType.YES_NO, AnswerType.VIEWS, AnswerType.QUOTE, AnswerType.COUNTRY);

    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("its", "his", "her", "their");
    private static final String LAST_YEAR = "last year";

    private final SentenceIndex index;
    private final SentenceScorer scorer;

    CrossLingualFilter(SentenceIndex index, SentenceScorer scorer) {
        this.index = index;
        this.scorer = scorer;
    }

    boolean allows(QuestionAnalysis analysis, SourceSentence sentence) {
        return scorer.coverage(analysis, sentence) >= MIN_COVERAGE
                && index.contextStems(sentence).containsAll(analysis.nameStems())
                && (TYPES_WITHOUT_HEAD.contains(analysis.answerType()) || containsHead(analysis, sentence))
                && !lacksTimeOrNumber(analysis, sentence)
                && (coversAllWords(analysis, sentence) || !hasPossessiveBeforeHead(analysis, sentence))
                && (analysis.answerType() != AnswerType.VIEWS || canReportSpeaker(sentence, analysis.focus()))
                && hasRequiredAnswerType(analysis, sentence);
    }

    private boolean containsHead(QuestionAnalysis analysis, SourceSentence sentence) {
        return analysis.headStem()
                .filter(stem -> !analysis.containsAnySense(index.stemsWithPrevious(sentence), stem))
                .isEmpty();
    }

    private boolean hasRequiredAnswerType(QuestionAnalysis analysis, SourceSentence sentence) {
        return analysis.isDefinitionOfPerson()
                ? introducesPerson(sentence, analysis)
                : !MATCH_REQUIRED_TYPES.contains(analysis.answerType()) || hasCertainMatch(sentence, analysis);
    }

    /**
     * Returns true if a possessive pronoun stands before the head word. "Its director" may be the director of something
     * other than the school that was asked about.
     */
    private static boolean hasPossessiveBeforeHead(QuestionAnalysis analysis, SourceSentence sentence) {
        List<Word> words = sentence.words();
        return IntStream.range(1, words.size())
                .filter(i ->
                        analysis.headStem().filter(words.get(i).stem()::equals).isPresent())
                .anyMatch(i -> POSSESSIVE_PRONOUNS.contains(words.get(i - 1).lower()));
    }

    /** Returns true if the question names a time or number that the sentence lacks. */
    private boolean lacksTimeOrNumber(QuestionAnalysis analysis, SourceSentence sentence) {
        Set<String> stems = index.stemsWithPrevious(sentence);
        boolean lacksNumber =
                analysis.words().stream().anyMatch(word -> word.isNumber() && !stems.contains(word.stem()));
        return lacksNumber
                || analysis.contentText().contains(LAST_YEAR)
                        && !sentence.text().toLowerCase(Locale.ROOT).contains(LAST_YEAR);
    }

    /**
     * Returns true if the sentence can report the speaker's words: neither it nor the antecedent of its "he" names
     * another person.
     */
    private boolean canReportSpeaker(SourceSentence sentence, Set<String> speaker) {
        Article article = sentence.evidence().article();
        var speakerNames = new HashSet<>(speaker);
        speakerNames.addAll(index.titleHolders(article, speaker));
        return SentenceIndex.titleStems(article).containsAll(speaker)
                || !Collections.disjoint(sentence.stems(), speakerNames)
                || index.lastMention(sentence)
                        .filter(before -> !Collections.disjoint(before.stems(), speakerNames))
                        .isPresent();
    }

    /** Returns true if the sentence, with the previous one, contains all words of the question. */
    boolean coversAllWords(QuestionAnalysis analysis, SourceSentence sentence) {
        return scorer.coverage(analysis, sentence) >= 1;
    }

    /**
     * Returns true if the sentence surely contains the expected type. The first word is always capitalized, so it must
     * be a name elsewhere in the article.
     */
    private boolean hasCertainMatch(SourceSentence sentence, QuestionAnalysis analysis) {
        return AnswerTypeMatcher.matchScore(sentence, analysis) > 0
                || analysis.answerType() == AnswerType.PERSON
                        && sentence.words().stream()
                                .limit(1)
                                .map(Word::stem)
                                .anyMatch(stem -> !analysis.stems().contains(stem)
                                        && index.articleNames(
                                                        sentence.evidence().article())
                                                .contains(stem));
    }

    /**
     * Returns true if this sentence is the first to name the person asked about. News articles introduce people there.
     */
    private boolean introducesPerson(SourceSentence sentence, QuestionAnalysis analysis) {
        return index.sentences(sentence.evidence().article()).stream()
                .filter(other -> !Collections.disjoint(other.stems(), analysis.nameStems()))
                .findFirst()
                .filter(other -> other.evidence().equals(sentence.evidence())
                        && other.stems().containsAll(analysis.nameStems()))
                .isPresent();
    }
}
