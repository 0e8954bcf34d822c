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
 * Answers with sentences of the articles themselves, chosen and put in order by what the question asks for. It reads
 * the articles in the question's own language first, and those in languages that the question was translated into if
 * there is no answer in them.
 */
public final class ExtractiveGenerator implements Generator {
    private static final String NAME = "extractive";

    /** A second sentence is added if it weighs nearly as much as the first. */
    private static final double SECOND_SENTENCE_MARGIN = 1.25;
    /** What somebody says about something is told in several sentences, of which the later may be less to the point. */
    private static final double VIEWS_MARGIN = 5.0;

    private static final int MAX_SENTENCES = 2;
    private static final int MAX_VIEWS = 4;

    /** Nobody's words. */
    private static final Pattern IMPERSONAL = Pattern.compile("^It (?:is|was|has been) \\p{L}+ that\\b");

    private final SentenceRanker ranker;
    private final AntecedentResolver antecedents;
    private final MmrSummarizer summarizer;
    private final Optional<Reranker> reranker;

    public ExtractiveGenerator(Library library, EmbeddingCache embeddings) {
        this(library, embeddings, Optional.empty());
    }

    /** @param reader takes a second look at the best sentences, where it can */
    public ExtractiveGenerator(Library library, EmbeddingCache embeddings, Optional<ExtractiveReader> reader) {
        var lines = new SentenceIndex(library, embeddings);
        ranker = new SentenceRanker(lines, embeddings);
        antecedents = new AntecedentResolver(lines);
        summarizer = new MmrSummarizer(library, lines);
        reranker = reader.map(it -> new Reranker(lines, it));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void generate(Question question, List<Passage> passages, DraftSink desk) {
        languages(question, passages)
                .map(language -> select(question, language, passages))
                .filter(drafts -> !drafts.isEmpty())
                .findFirst()
                .ifPresent(drafts -> drafts.forEach(desk::accept));
    }

    private static Stream<String> languages(Question question, List<Passage> passages) {
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

    private List<DraftSentence> select(Question question, QuestionAnalysis asked, List<Passage> passages) {
        if (asked.answerType() == AnswerType.SUMMARY) {
            return summarizer.summarize(question, asked, passages).stream()
                    .map(SourceSentence::toDraft)
                    .toList();
        }
        boolean translated = !asked.language().equals(question.detectedLanguage());
        List<ScoredSentence> weighed =
                translated ? rankStrictly(question, asked, passages) : rank(question, asked, passages);
        return toDrafts(
                switch (asked.answerType()) {
                    case VIEWS ->
                        inReadingOrder(
                                best(weighed, w -> expressesViews(w.sentence(), asked), MAX_VIEWS, VIEWS_MARGIN));
                    case QUOTE ->
                        best(
                                weighed,
                                w -> ReportedSpeech.containsQuotation(
                                        w.sentence().text()),
                                MAX_SENTENCES,
                                SECOND_SENTENCE_MARGIN);
                    default -> best(weighed, w -> true, translated ? 1 : MAX_SENTENCES, SECOND_SENTENCE_MARGIN);
                });
    }

    private List<ScoredSentence> rank(Question question, QuestionAnalysis asked, List<Passage> passages) {
        List<ScoredSentence> weighed = ranker.rank(asked, passages);
        boolean isHopeful = !weighed.isEmpty() && weighed.get(0).score() >= SentenceRanker.MIN_SCORE;
        return ranker.preferDates(
                asked,
                reranker.filter(look -> isHopeful && look.supports(asked))
                        .map(look -> look.rerank(question.text(), asked, weighed))
                        .orElse(weighed));
    }

    /** What was translated is a loose guide; the reader, who reads English as it comes, must see an answer too. */
    private List<ScoredSentence> rankStrictly(Question question, QuestionAnalysis asked, List<Passage> passages) {
        List<ScoredSentence> weighed = ranker.rankStrictly(asked, passages);
        String translated = question.textIn(asked.language()).orElseThrow();
        return reranker.filter(look -> look.supports(asked) && !asked.isDefinitionOfPerson())
                .map(look -> look.rerankStrictly(translated, asked, weighed, line -> ranker.isComplete(asked, line)))
                .orElse(weighed);
    }

    private List<DraftSentence> toDrafts(List<ScoredSentence> chosen) {
        var answers = new HashMap<Evidence, Span>();
        chosen.forEach(one ->
                one.answerSpan().ifPresent(answer -> answers.put(one.sentence().evidence(), answer)));
        return antecedents
                .withAntecedents(chosen.stream().map(ScoredSentence::sentence).toList())
                .stream()
                .map(line -> Optional.ofNullable(answers.get(line.evidence()))
                        .map(line::toDraft)
                        .orElseGet(line::toDraft))
                .toList();
    }

    /** What somebody says must be told as their words; what "the article" says need not. */
    private static boolean expressesViews(SourceSentence line, QuestionAnalysis asked) {
        return asked.focus().isEmpty()
                || !IMPERSONAL.matcher(line.text()).find() && ReportedSpeech.isReported(line.text(), line.stems())
                || line.words().stream().anyMatch(word -> WordClass.SAYING.contains(word, line.language()));
    }

    /** None if not even the best that fits is good enough. */
    private static List<ScoredSentence> best(
            List<ScoredSentence> weighed, Predicate<ScoredSentence> fit, int most, double margin) {
        List<ScoredSentence> fitting = weighed.stream().filter(fit).toList();
        if (fitting.isEmpty() || fitting.get(0).score() < SentenceRanker.MIN_SCORE) {
            return List.of();
        }
        return fitting.stream()
                .filter(w -> w.score() >= fitting.get(0).score() - margin)
                .limit(most)
                .toList();
    }

    private static List<ScoredSentence> inReadingOrder(List<ScoredSentence> chosen) {
        return chosen.stream()
                .sorted(Comparator.comparing((ScoredSentence one) ->
                                one.sentence().evidence().article().id())
                        .thenComparing(
                                one -> one.sentence().evidence().paragraph().number())
                        .thenComparing(one -> one.sentence().index()))
                .toList();
    }
}
