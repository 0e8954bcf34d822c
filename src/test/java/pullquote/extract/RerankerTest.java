package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.Citation;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.VectorCache;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.retrieval.rerank.SpanPrediction;
import pullquote.text.Span;
import pullquote.verify.ClaimVerifier;

/** Tests how the reader's predictions rerank the best sentences, with a reader that returns fixed answers. */
class RerankerTest {
    private static final Article FLOOD = new Article(
            "flood",
            FrontMatter.ofTitle("The flood"),
            List.of(
                    "The old bridge over the river was closed on Monday. At noon the mayor closed the bridge to all"
                            + " cars, her office said. The bridge may be closed for a week.",
                    "Two hundred people spent the night in the school. The mayor visited them."));

    @TempDir
    Path folder;

    /** Finds one fixed answer in every text that contains it. */
    private record FixedReader(String answer, AtomicInteger readCount) implements ExtractiveReader {
        FixedReader(String answer) {
            this(answer, new AtomicInteger());
        }

        @Override
        public boolean supports(String language) {
            return language.equals("en");
        }

        @Override
        public List<SpanPrediction> predict(String question, List<String> passages) {
            readCount.addAndGet(passages.size());
            return passages.stream().map(this::predictText).toList();
        }

        private SpanPrediction predictText(String text) {
            int at = text.indexOf(answer);
            var tokens = new ArrayList<SpanPrediction.TokenPrediction>();
            if (at >= 0) {
                tokens.add(new SpanPrediction.TokenPrediction(new Span(at, at + answer.length()), 0.99, 0.99));
            }
            return new SpanPrediction(at >= 0 ? 0.01 : 0.99, tokens);
        }
    }

    private Answer ask(String question, Optional<ExtractiveReader> reader) {
        var library = new Library(List.of(FLOOD));
        var vectors = new VectorCache(folder.resolve("vectors.bin"), MiniLmModel.NAME);
        var embeddings = EmbeddingCache.build(library, new MiniLmModel(), vectors, (work, done, all) -> {});
        var retriever = new HybridRetriever(
                new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
        var generator = new ExtractiveGenerator(library, embeddings, reader);
        return new Answerer(
                        retriever,
                        generator,
                        generator,
                        new ClaimVerifier(),
                        new ScopeClassifier(library, new EmbeddingModels(library, embeddings)))
                .answer(Question.of(question), AnswerListener.NO_OP);
    }

    @Test
    void ranksTheSentenceWithTheReadersAnswerFirst() {
        Answer answer = ask("What happened to the bridge?", Optional.of(new FixedReader("closed for a week")));
        assertThat(answer.sentences().get(0).text()).isEqualTo("The bridge may be closed for a week.");
    }

    @Test
    void marksTheAnswerSpan() {
        Citation citation = ask("Who closed the bridge?", Optional.of(new FixedReader("the mayor")))
                .citations()
                .get(0);
        Span marked = citation.answerSpan().orElseThrow();
        assertThat(marked.substringOf(citation.evidence().paragraph().text())).isEqualTo("the mayor");
        assertThat(citation.evidence().span().contains(marked)).isTrue();
    }

    @Test
    void doesNotAnswerIfTheReaderFindsNothing() {
        assertThat(ask("When was the bridge repaired?", Optional.of(new FixedReader("nobody")))
                        .isAnswered())
                .isFalse();
        assertThat(ask("When was the bridge repaired?", Optional.empty()).isAnswered())
                .isTrue();
    }

    /** Neither "the bridge" nor "old" names the person who closed the bridge. */
    @Test
    void rejectsAnAnswerThatRepeatsTheQuestion() {
        assertThat(ask("Who closed the bridge?", Optional.of(new FixedReader("the bridge")))
                        .isAnswered())
                .isFalse();
        assertThat(ask("Who closed the bridge?", Optional.of(new FixedReader("old")))
                        .isAnswered())
                .isFalse();
    }

    @Test
    void skipsTheReaderForQuestionsWithoutAnAnswerSpan() {
        var reader = new FixedReader("nobody");
        assertThat(ask("Did the mayor close the bridge?", Optional.of(reader)).isAnswered())
                .isTrue();
        assertThat(ask("What did the mayor say about the bridge?", Optional.of(reader))
                        .isAnswered())
                .isTrue();
        assertThat(reader.readCount).hasValue(0);
    }

    @Test
    void readsAtMostTwoParagraphs() {
        var reader = new FixedReader("the mayor");
        ask("Who closed the bridge?", Optional.of(reader));
        assertThat(reader.readCount.get()).isBetween(1, 2);
    }
}
