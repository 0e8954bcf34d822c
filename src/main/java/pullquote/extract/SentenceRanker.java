package pullquote.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import pullquote.article.Article;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.Passage;

/** Weighs all sentences of some passages, and tells which of them can be an answer at all. */
final class SentenceRanker {
    /**
     * Where no sentence reaches it, none answers. It is low on purpose, for no weight tells a near miss from an answer:
     * of SQuAD's questions that {@code Fitting} holds out, 1.3 % of those with an answer do not reach it, and 4.7 % of
     * those that only look as if they had one. {@link AnswerTypeMatcher} and {@link UnknownEntityFilter} refuse the more.
     */
    static final double MIN_SCORE = 7.2;

    private final SentenceIndex index;
    private final SentenceScorer scorer;
    private final EmbeddingCache embeddings;
    private final CrossLingualFilter crossLingualFilter;

    SentenceRanker(SentenceIndex lines, EmbeddingCache embeddings) {
        this.index = lines;
        this.scorer = new SentenceScorer(lines, embeddings);
        this.embeddings = embeddings;
        crossLingualFilter = new CrossLingualFilter(lines, scorer);
    }

    /** The sentences that may answer the question, best first. */
    List<ScoredSentence> rank(QuestionAnalysis asked, List<Passage> passages) {
        float[] vector = embeddings.embed(asked.contentText(), asked.language());
        var strange = new HashMap<Article, Boolean>();
        var weighed = new ArrayList<ScoredSentence>();
        for (Passage passage : passages) {
            if (strange.computeIfAbsent(
                    passage.article(),
                    article -> UnknownEntityFilter.hasUnknownEntity(asked, index.articleStems(article)))) {
                continue;
            }
            for (SourceSentence line : index.sentences(passage.article(), passage.paragraph())) {
                if (isCandidate(asked, line)) {
                    weighed.add(new ScoredSentence(line, scorer.score(asked, vector, line, passage.score())));
                }
            }
        }
        weighed.sort(ScoredSentence.BEST_FIRST);
        return weighed;
    }

    /** The same, but only those that answer a question that was put into their language word by word. */
    List<ScoredSentence> rankStrictly(QuestionAnalysis asked, List<Passage> passages) {
        return rank(asked, passages).stream()
                .filter(weighed -> crossLingualFilter.allows(asked, weighed.sentence()))
                .toList();
    }

    /** Whether all words of an answer are there that the question has. */
    boolean isComplete(QuestionAnalysis asked, SourceSentence line) {
        return crossLingualFilter.isComplete(asked, line);
    }

    /**
     * The same without what tells when only by something else, "after the tragedy", before a sentence that has as much of
     * the question and tells the day.
     */
    List<ScoredSentence> preferDates(QuestionAnalysis asked, List<ScoredSentence> weighed) {
        if (asked.answerType() != AnswerType.DATE || weighed.isEmpty()) {
            return weighed;
        }
        double most = scorer.coverage(asked, weighed.get(0).sentence());
        return weighed.stream()
                .filter(one -> one.score() >= MIN_SCORE
                        && AnswerTypeMatcher.matches(one.sentence(), asked) > 0
                        && scorer.coverage(asked, one.sentence()) >= most)
                .findFirst()
                .map(dated -> weighed.stream()
                        .filter(one ->
                                one.score() <= dated.score() || AnswerTypeMatcher.matches(one.sentence(), asked) > 0)
                        .toList())
                .orElse(weighed);
    }

    private boolean isCandidate(QuestionAnalysis asked, SourceSentence line) {
        if (asked.answerType() == AnswerType.YES_NO && !asked.contentStems().isEmpty()) {
            // "Did Tokayev resign?" is not answered by whatever else is told of Tokayev.
            return !Collections.disjoint(asked.contentStems(), index.stemsWithPrevious(line));
        }
        return !AnswerTypeMatcher.isRequiredFor(asked.answerType()) || AnswerTypeMatcher.matches(line, asked) >= 0;
    }
}
