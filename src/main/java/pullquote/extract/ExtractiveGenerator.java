package pullquote.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.answer.Generator;
import pullquote.article.Library;
import pullquote.query.AnswerType;
import pullquote.query.Question;
import pullquote.query.QuestionAnalysis;
import pullquote.query.WordClass;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.Passage;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.text.ReportedSpeech;
import pullquote.text.Span;

/**
 * Answers with sentences of the articles, selected and ordered by what the question asks for. It searches the articles
 * in the question's own language first, and those in the languages it was translated into only if they have no answer.
 */
public final class ExtractiveGenerator implements Generator {
    private static final String NAME = "extractive";

    /**
     * Maximum score difference to the best sentence for a second one to be added. A larger value adds weaker sentences.
     */
    private static final double SECOND_SENTENCE_MARGIN = 1.25;
    /** The same for questions about views, which are spread over several sentences with lower scores. */
    private static final double VIEWS_MARGIN = 5.0;

    private static final int MAX_SENTENCES = 2;
    private static final int MAX_VIEW_SENTENCES = 4;

    /** Matches sentences without a speaker: "It is reported that …". */
    private static final Pattern IMPERSONAL = Pattern.compile("^It (?:is|was|has been) \\p{L}+ that\\b");

    private final SentenceRanker ranker;
    private final AntecedentResolver antecedents;
    private final MmrSummarizer summarizer;
    private final Optional<Reranker> reranker;

    public ExtractiveGenerator(Library library, EmbeddingCache embeddings) {
        this(library, embeddings, Optional.empty());
    }

    /**
     * Creates a generator that reranks the best sentences with a reader.
     *
     * @param reader reads the languages it supports; without it the ranking stays as it is
     */
    public ExtractiveGenerator(Library library, EmbeddingCache embeddings, Optional<ExtractiveReader> reader) {
        var index = new SentenceIndex(library, embeddings);
        ranker = new SentenceRanker(index, embeddings);
        antecedents = new AntecedentResolver(index);
        summarizer = new MmrSummarizer(library, index);
        reranker = reader.map(it -> new Reranker(index, it));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void generate(Question question, List<Passage> passages, DraftSink sink) {
        candidateLanguages(question, passages)
                .map(language -> select(question, language, passages))
                .filter(drafts -> !drafts.isEmpty())
                .findFirst()
                .ifPresent(drafts -> drafts.forEach(sink::accept));
    }

    private static Stream<String> candidateLanguages(Question question, List<Passage> passages) {
        Stream<String> found =
                passages.stream().map(passage -> passage.article().frontMatter().language());
        return Stream.concat(Stream.of(question.detectedLanguage()), found).distinct();
    }

    private List<DraftSentence> select(Question question, String language, List<Passage> passages) {
        List<Passage> readable = passages.stream()
                .filter(passage -> passage.article().frontMatter().language().equals(language))
                .toList();
        return question.textIn(language)
                .map(text -> select(question, QuestionAnalysis.of(text, language, question.senses()), readable))
                .orElse(List.of());
    }

    private List<DraftSentence> select(Question question, QuestionAnalysis analysis, List<Passage> passages) {
        if (analysis.answerType() == AnswerType.SUMMARY) {
            return summarizer.summarize(question, analysis, passages).stream()
                    .map(SourceSentence::toDraft)
                    .toList();
        }
        boolean translated = !analysis.language().equals(question.detectedLanguage());
        List<ScoredSentence> ranked =
                translated ? rankStrictly(question, analysis, passages) : rank(question, analysis, passages);
        return toDrafts(
                switch (analysis.answerType()) {
                    case VIEWS ->
                        inReadingOrder(selectBest(
                                ranked,
                                scored -> expressesViews(scored.sentence(), analysis),
                                MAX_VIEW_SENTENCES,
                                VIEWS_MARGIN));
                    case QUOTE ->
                        selectBest(
                                ranked,
                                scored -> ReportedSpeech.containsQuotation(
                                        scored.sentence().text()),
                                MAX_SENTENCES,
                                SECOND_SENTENCE_MARGIN);
                    default ->
                        selectBest(ranked, scored -> true, translated ? 1 : MAX_SENTENCES, SECOND_SENTENCE_MARGIN);
                });
    }

    private List<ScoredSentence> rank(Question question, QuestionAnalysis analysis, List<Passage> passages) {
        List<ScoredSentence> ranked = ranker.rank(analysis, passages);
        boolean reachesMinimum = !ranked.isEmpty() && ranked.get(0).score() >= SentenceRanker.MIN_SCORE;
        return ranker.preferDates(
                analysis,
                reranker.filter(it -> reachesMinimum && it.supports(analysis))
                        .map(it -> it.rerank(question.text(), analysis, ranked))
                        .orElse(ranked));
    }

    /**
     * Ranks the sentences for a translated question. The translation is unreliable, so the reader, where it supports
     * the language, must find an answer too.
     */
    private List<ScoredSentence> rankStrictly(Question question, QuestionAnalysis analysis, List<Passage> passages) {
        List<ScoredSentence> ranked = ranker.rankStrictly(analysis, passages);
        String translated = question.textIn(analysis.language()).orElseThrow();
        return reranker.filter(it -> it.supports(analysis) && !analysis.isDefinitionOfPerson())
                .map(it -> it.rerankStrictly(
                        translated, analysis, ranked, sentence -> ranker.coversAllWords(analysis, sentence)))
                .orElse(ranked);
    }

    private List<DraftSentence> toDrafts(List<ScoredSentence> selected) {
        var answers = new HashMap<Evidence, Span>();
        selected.forEach(scored -> scored.answerSpan()
                .ifPresent(answer -> answers.put(scored.sentence().evidence(), answer)));
        return antecedents
                .withAntecedents(selected.stream().map(ScoredSentence::sentence).toList())
                .stream()
                .map(sentence -> Optional.ofNullable(answers.get(sentence.evidence()))
                        .map(sentence::toDraft)
                        .orElseGet(sentence::toDraft))
                .toList();
    }

    /**
     * Returns true if the sentence reports what the speaker says. Questions about the views of "the article" name no
     * speaker, so any sentence fits.
     */
    private static boolean expressesViews(SourceSentence sentence, QuestionAnalysis analysis) {
        return analysis.focus().isEmpty()
                || !IMPERSONAL.matcher(sentence.text()).find()
                        && ReportedSpeech.isReported(sentence.text(), sentence.stems())
                || sentence.words().stream().anyMatch(word -> WordClass.SAYING.contains(word, sentence.language()));
    }

    /** Returns the best sentences that fit, or none if the best one scores below the minimum. */
    private static List<ScoredSentence> selectBest(
            List<ScoredSentence> ranked, Predicate<ScoredSentence> filter, int limit, double margin) {
        List<ScoredSentence> fitting = ranked.stream().filter(filter).toList();
        if (fitting.isEmpty() || fitting.get(0).score() < SentenceRanker.MIN_SCORE) {
            return List.of();
        }
        return fitting.stream()
                .filter(scored -> scored.score() >= fitting.get(0).score() - margin)
                .limit(limit)
                .toList();
    }

    private static List<ScoredSentence> inReadingOrder(List<ScoredSentence> selected) {
        return selected.stream()
                .sorted(Comparator.comparing((ScoredSentence scored) ->
                                scored.sentence().evidence().article().id())
                        .thenComparing(scored ->
                                scored.sentence().evidence().paragraph().number())
                        .thenComparing(scored -> scored.sentence().index()))
                .toList();
    }
}
