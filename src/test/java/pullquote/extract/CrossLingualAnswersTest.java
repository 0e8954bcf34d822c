package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.query.DictionaryQueryTranslator;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.CrossLingualRetriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.VectorCache;
import pullquote.verify.ClaimVerifier;

/** What embeddings that know several languages add to a question in another language than the article. */
class CrossLingualAnswersTest {
    private static final String REOPENING = "Lessons will be held at home until April 28, the council said.";

    private static final List<String> TOWN = List.of(
            "The river burst its banks on Saturday and flooded the old market.",
            "Rescuers brought the people of two streets to the town hall.",
            "The governor came on Monday and spoke to the people in the square.",
            "Trains to the south were running again on Sunday evening.",
            "The weather service expects no more rain this week.");

    @TempDir
    Path folder;

    /** Takes all that is about schools for much the same, in whatever language, and all else for something else. */
    private static final class Polyglot implements EmbeddingModel {
        private static final Pattern SCHOOLS = Pattern.compile("школ|okul|school|lesson", Pattern.CASE_INSENSITIVE);

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            return Response.from(texts.stream().map(text -> vector(text.text())).toList());
        }

        private static Embedding vector(String text) {
            var vector = new float[512];
            vector[0] = SCHOOLS.matcher(text).find() ? 2 : 0;
            vector[1 + Math.floorMod(text.hashCode(), 511)] = 1;
            return Embedding.from(vector);
        }
    }

    private Answer ask(EmbeddingModel model, String question, String... more) {
        var paragraphs = new ArrayList<>(TOWN);
        paragraphs.addAll(List.of(more));
        var library = new Library(List.of(new Article("town", FrontMatter.ofTitle("The school closed"), paragraphs)));
        var file =
                new VectorCache(folder.resolve("vectors.bin"), model.getClass().getName());
        EmbeddingCache embeddings = EmbeddingCache.build(library, model, file, (work, done, all) -> {});
        var models = new EmbeddingModels(library, embeddings, Optional.of(embeddings));
        var hybrid = new HybridRetriever(
                new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
        var retriever = new CrossLingualRetriever(models, hybrid, hybrid);
        var writer = new ExtractiveGenerator(library, embeddings);
        var refusal = new ScopeClassifier(library, models);
        Question translated = new DictionaryQueryTranslator(library).translate(Question.of(question));
        return new Answerer(retriever, writer, writer, new ClaimVerifier(), refusal)
                .answer(translated, AnswerListener.NO_OP);
    }

    @Test
    void aRefusalShowsWhatIsNearestInMeaningAlsoIfNoWordIsUnderstood() {
        Answer answer = ask(new Polyglot(), "Okullar ne zaman açılacak?", REOPENING);

        assertThat(answer.reason()).contains(NoAnswerReason.UNSUPPORTED_LANGUAGE);
        assertThat(answer.closest())
                .first()
                .satisfies(closest -> assertThat(closest.quote()).isEqualTo(REOPENING));
        assertThat(ask(new MiniLmModel(), "Okullar ne zaman açılacak?", REOPENING)
                        .closest())
                .isEmpty();
    }
}
