package pullquote.answer.extractive;

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
import pullquote.answer.HonestRefusal;
import pullquote.answer.Question;
import pullquote.answer.proof.StrictProof;
import pullquote.answer.reading.Reader;
import pullquote.answer.reading.Reading;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.article.Span;
import pullquote.retrieval.ByMeaning;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Fused;
import pullquote.retrieval.MiniLm;
import pullquote.retrieval.VectorFile;

/** What a reader thinks decides among the best sentences, shown with readers that are sure of themselves. */
class SecondLookTest {
    private static final Article FLOOD = new Article(
            "flood",
            FrontMatter.titled("The flood"),
            List.of(
                    "The old bridge over the river was closed on Monday. At noon the mayor closed the bridge to all cars, her office said."
                            + " The bridge may be closed for a week.",
                    "Two hundred people spent the night in the school. The mayor visited them."));

    @TempDir
    Path folder;

    /** Knows one answer, which it finds wherever it stands. */
    private record Knowing(String answer, AtomicInteger texts) implements Reader {
        Knowing(String answer) {
            this(answer, new AtomicInteger());
        }

        @Override
        public boolean reads(String language) {
            return language.equals("en");
        }

        @Override
        public List<Reading> read(String question, List<String> several) {
            texts.addAndGet(several.size());
            return several.stream().map(this::read).toList();
        }

        private Reading read(String text) {
            int at = text.indexOf(answer);
            var words = new ArrayList<Reading.Token>();
            if (at >= 0) {
                words.add(new Reading.Token(new Span(at, at + answer.length()), 0.99, 0.99));
            }
            return new Reading(at >= 0 ? 0.01 : 0.99, words);
        }
    }

    private Answer ask(String question, Optional<Reader> reader) {
        var library = new Library(List.of(FLOOD));
        var vectors = new VectorFile(folder.resolve("vectors.bin"), MiniLm.NAME);
        var embeddings = Embeddings.of(library, new MiniLm(), vectors, (work, done, all) -> {});
        var retriever = new Fused(new ByMeaning(library, embeddings), new ByWords(library), embeddings::know);
        var writer = new ExtractiveWriter(library, embeddings, reader);
        return new Answerer(retriever, writer, writer, new StrictProof(), new HonestRefusal(library, embeddings))
                .answer(Question.of(question), AnswerListener.NONE);
    }

    @Test
    void theSentenceThatItIsSureOfIsTheAnswer() {
        Answer answer = ask("What happened to the bridge?", Optional.of(new Knowing("closed for a week")));
        assertThat(answer.sentences().get(0).text()).isEqualTo("The bridge may be closed for a week.");
    }

    @Test
    void theWordsThatAnswerAreMarked() {
        Citation citation = ask("Who closed the bridge?", Optional.of(new Knowing("the mayor")))
                .citations()
                .get(0);
        Span marked = citation.answer().orElseThrow();
        assertThat(marked.in(citation.evidence().paragraph().text())).isEqualTo("the mayor");
        assertThat(citation.evidence().span().contains(marked)).isTrue();
    }

    @Test
    void whatItFindsNowhereIsNotAnswered() {
        assertThat(ask("When was the bridge repaired?", Optional.of(new Knowing("nobody")))
                        .isFound())
                .isFalse();
        assertThat(ask("When was the bridge repaired?", Optional.empty()).isFound())
                .isTrue();
    }

    /** "The bridge" did not close the bridge, and neither did the "old" one. */
    @Test
    void whatIsAskedAboutIsNotWhoDidIt() {
        assertThat(ask("Who closed the bridge?", Optional.of(new Knowing("the bridge")))
                        .isFound())
                .isFalse();
        assertThat(ask("Who closed the bridge?", Optional.of(new Knowing("old")))
                        .isFound())
                .isFalse();
    }

    @Test
    void itIsNotAskedWhatNoStretchOfWordsAnswers() {
        var reader = new Knowing("nobody");
        assertThat(ask("Did the mayor close the bridge?", Optional.of(reader)).isFound())
                .isTrue();
        assertThat(ask("What did the mayor say about the bridge?", Optional.of(reader))
                        .isFound())
                .isTrue();
        assertThat(reader.texts).hasValue(0);
    }

    @Test
    void readsTwoParagraphsAtMost() {
        var reader = new Knowing("the mayor");
        ask("Who closed the bridge?", Optional.of(reader));
        assertThat(reader.texts.get()).isBetween(1, 2);
    }
}
