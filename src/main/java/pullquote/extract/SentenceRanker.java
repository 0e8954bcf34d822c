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

/** Scores the sentences of the retrieved passages and removes those that cannot be an answer. */
final class SentenceRanker {
    /**
     * Minimum score of an answer. If no sentence reaches it, there is no answer. It is low, because no threshold
     * separates wrong answers from right ones: on the held-out SQuAD questions of {@code WeightFitting}, 1.3% of the
     * answerable and 4.7% of the unanswerable ones stay below it. {@link AnswerTypeMatcher} and {@link
     * UnknownEntityFilter} reject more.
     */
    static final double MIN_SCORE = 7.2;

    private final SentenceIndex index;
    private final SentenceScorer scorer;
    private final EmbeddingCache embeddings;
    private final CrossLingualFilter crossLingualFilter;

    SentenceRanker(SentenceIndex index, EmbeddingCache embeddings) {
        this.index = index;
        this.scorer = new SentenceScorer(index, embeddings);
        this.embeddings = embeddings;
        crossLingualFilter = new CrossLingualFilter(index, scorer);
    }

    /** Returns the sentences that may answer the question, best first. */
    List<ScoredSentence> rank(QuestionAnalysis analysis, List<Passage> passages) {
        float[] vector = embeddings.embed(analysis.contentText(), analysis.language());
        var unknownEntities = new HashMap<Article, Boolean>();
        var ranked = new ArrayList<ScoredSentence>();
        for (Passage passage : passages) {
            if (unknownEntities.computeIfAbsent(
                    passage.article(),
                    article -> UnknownEntityFilter.hasUnknownEntity(analysis, index.articleStems(article)))) {
                continue;
            }
            for (SourceSentence sentence : index.sentences(passage.article(), passage.paragraph())) {
                if (isCandidate(analysis, sentence)) {
                    ranked.add(new ScoredSentence(sentence, scorer.score(analysis, vector, sentence, passage.score())));
                }
            }
        }
        ranked.sort(ScoredSentence.BEST_FIRST);
        return ranked;
    }

    /** Returns only the sentences that answer a question translated word by word, best first. */
    List<ScoredSentence> rankStrictly(QuestionAnalysis analysis, List<Passage> passages) {
        return rank(analysis, passages).stream()
                .filter(ranked -> crossLingualFilter.allows(analysis, ranked.sentence()))
                .toList();
    }

    /** Returns true if the sentence, with the previous one, contains all words of the question. */
    boolean coversAllWords(QuestionAnalysis analysis, SourceSentence sentence) {
        return crossLingualFilter.coversAllWords(analysis, sentence);
    }

    /**
     * Drops higher-ranked relative dates such as "after the tragedy" if a sentence with an absolute date covers as much
     * of the question.
     */
    List<ScoredSentence> preferDates(QuestionAnalysis analysis, List<ScoredSentence> ranked) {
        if (analysis.answerType() != AnswerType.DATE || ranked.isEmpty()) {
            return ranked;
        }
        double maxCoverage = scorer.coverage(analysis, ranked.get(0).sentence());
        return ranked.stream()
                .filter(scored -> scored.score() >= MIN_SCORE
                        && AnswerTypeMatcher.matchScore(scored.sentence(), analysis) > 0
                        && scorer.coverage(analysis, scored.sentence()) >= maxCoverage)
                .findFirst()
                .map(dated -> ranked.stream()
                        .filter(scored -> scored.score() <= dated.score()
                                || AnswerTypeMatcher.matchScore(scored.sentence(), analysis) > 0)
                        .toList())
                .orElse(ranked);
    }

    private boolean isCandidate(QuestionAnalysis analysis, SourceSentence sentence) {
        if (analysis.answerType() == AnswerType.YES_NO
                && !analysis.contentStems().isEmpty()) {
            // "Did Tokayev resign?" needs a sentence about resigning, not any sentence about Tokayev.
            return !Collections.disjoint(analysis.contentStems(), index.stemsWithPrevious(sentence));
        }
        return !AnswerTypeMatcher.isRequiredFor(analysis.answerType())
                || AnswerTypeMatcher.matchScore(sentence, analysis) >= 0;
    }
}
