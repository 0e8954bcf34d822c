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
 * What a sentence must have to answer a question that was put into its language word by word, which is a loose guide: most of what
 * is asked about, all its names and numbers, and what is asked for.
 */
final class CrossLingualFilter {
    private static final double MAX_UNMATCHED = 0.6;
    /** Kinds whose answers seldom do without a sign. */
    private static final Set<AnswerType> INFORMATIVE_TYPES =
            EnumSet.of(AnswerType.PERSON, AnswerType.DATE, AnswerType.PLACE, AnswerType.REASON, AnswerType.AGE);
    /** Kinds that do not begin with what they ask. */
    private static final Set<AnswerType> LOOSE_TYPES =
            EnumSet.of(AnswerType.YES_NO, AnswerType.VIEWS, AnswerType.QUOTE, AnswerType.COUNTRY);

    private static final Set<String> POSSESSIVE = Set.of("its", "his", "her", "their");
    private static final String LAST_YEAR = "last year";

    private final SentenceIndex index;
    private final SentenceScorer scorer;

    CrossLingualFilter(SentenceIndex lines, SentenceScorer clues) {
        this.index = lines;
        this.scorer = clues;
    }

    boolean allows(QuestionAnalysis asked, SourceSentence line) {
        return scorer.coverage(asked, line) >= MAX_UNMATCHED
                && index.contextStems(line).containsAll(asked.nameStems())
                && (LOOSE_TYPES.contains(asked.answerType()) || containsHead(asked, line))
                && !hasOtherTime(asked, line)
                && (isComplete(asked, line) || !isAboutAnother(asked, line))
                && (asked.answerType() != AnswerType.VIEWS || canBeSpeaker(line, asked.focus()))
                && hasAnswerType(asked, line);
    }

    private boolean containsHead(QuestionAnalysis asked, SourceSentence line) {
        return asked.headStem()
                .filter(stem -> !asked.containsAny(index.stemsWithPrevious(line), stem))
                .isEmpty();
    }

    private boolean hasAnswerType(QuestionAnalysis asked, SourceSentence line) {
        return asked.isDefinitionOfPerson()
                ? introduces(line, asked)
                : !INFORMATIVE_TYPES.contains(asked.answerType()) || hasCertainMatch(line, asked);
    }

    /** "Its director" is no school's, where the school is not named. */
    private static boolean isAboutAnother(QuestionAnalysis asked, SourceSentence line) {
        List<Word> words = line.words();
        return IntStream.range(1, words.size())
                .filter(i ->
                        asked.headStem().filter(words.get(i).stem()::equals).isPresent())
                .anyMatch(i -> POSSESSIVE.contains(words.get(i - 1).lower()));
    }

    /** What happened last year, or in 2022, is told as of that time. */
    private boolean hasOtherTime(QuestionAnalysis asked, SourceSentence line) {
        Set<String> there = index.stemsWithPrevious(line);
        boolean lacksNumber = asked.words().stream().anyMatch(word -> word.isNumber() && !there.contains(word.stem()));
        return lacksNumber
                || asked.contentText().contains(LAST_YEAR)
                        && !line.text().toLowerCase(Locale.ROOT).contains(LAST_YEAR);
    }

    /** Whether a sentence may be a speaker's words: it names nobody else, nor does what its "he" stands for. */
    private boolean canBeSpeaker(SourceSentence line, Set<String> speaker) {
        Article article = line.evidence().article();
        var called = new HashSet<>(speaker);
        called.addAll(index.titleHolders(article, speaker));
        return SentenceIndex.titleStems(article).containsAll(speaker)
                || !Collections.disjoint(line.stems(), called)
                || index.lastMention(line)
                        .filter(before -> !Collections.disjoint(before.stems(), called))
                        .isPresent();
    }

    /** Whether all words of an answer are there that the question has. */
    boolean isComplete(QuestionAnalysis asked, SourceSentence line) {
        return scorer.coverage(asked, line) >= 1;
    }

    /** At the beginning of a sentence, where every word has a capital, a name is known from elsewhere. */
    private boolean hasCertainMatch(SourceSentence line, QuestionAnalysis asked) {
        return AnswerTypeMatcher.matches(line, asked) > 0
                || asked.answerType() == AnswerType.PERSON
                        && line.words().stream()
                                .limit(1)
                                .map(Word::stem)
                                .anyMatch(stem -> !asked.stems().contains(stem)
                                        && index.articleNames(line.evidence().article())
                                                .contains(stem));
    }

    /** Who somebody is, news tell where they name them first. */
    private boolean introduces(SourceSentence line, QuestionAnalysis asked) {
        return index.sentences(line.evidence().article()).stream()
                .filter(other -> !Collections.disjoint(other.stems(), asked.nameStems()))
                .findFirst()
                .filter(other -> other.evidence().equals(line.evidence())
                        && other.stems().containsAll(asked.nameStems()))
                .isPresent();
    }
}
