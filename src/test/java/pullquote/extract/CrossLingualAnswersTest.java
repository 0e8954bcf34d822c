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

/** Tests what multilingual embeddings add to questions in another language than the article. */
class CrossLingualAnswersTest {
    private static final String REOPENING_SENTENCE = "Lessons will be held at home until April 28, the council said.";

    private static final List<String> TOWN_PARAGRAPHS = List.of(
            "The river burst its banks on Saturday and flooded the old market.",
            "Rescuers brought the people of two streets to the town hall.",
            "The governor came on Monday and spoke to the people in the square.",
            "Trains to the south were running again on Sunday evening.",
            "The weather service expects no more rain this week.");

    @TempDir
    Path folder;

    /** Maps all texts about schools to similar vectors in any language, and all other texts to different ones. */
    private static final class FakeMultilingualModel implements EmbeddingModel {
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

    private Answer ask(EmbeddingModel model, String question, String... additionalParagraphs) {
        var paragraphs = new ArrayList<>(TOWN_PARAGRAPHS);
        paragraphs.addAll(List.of(additionalParagraphs));
        var library = new Library(List.of(new Article("town", FrontMatter.ofTitle("The school closed"), paragraphs)));
        var file =
                new VectorCache(folder.resolve("vectors.bin"), model.getClass().getName());
        EmbeddingCache embeddings = EmbeddingCache.build(library, model, file, (work, done, all) -> {});
        var models = new EmbeddingModels(library, embeddings, Optional.of(embeddings));
        var hybrid = new HybridRetriever(
                new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
        var retriever = new CrossLingualRetriever(models, hybrid, hybrid);
        var generator = new ExtractiveGenerator(library, embeddings);
        var noAnswerPolicy = new ScopeClassifier(library, models);
        Question translated = new DictionaryQueryTranslator(library).translate(Question.of(question));
        return new Answerer(retriever, generator, generator, new ClaimVerifier(), noAnswerPolicy)
                .answer(translated, AnswerListener.NO_OP);
    }

    @Test
    void showsTheClosestSentenceWhenNoWordOfTheQuestionIsKnown() {
        Answer answer = ask(new FakeMultilingualModel(), "Okullar ne zaman açılacak?", REOPENING_SENTENCE);

        assertThat(answer.reason()).contains(NoAnswerReason.UNSUPPORTED_LANGUAGE);
        assertThat(answer.closest())
                .first()
                .satisfies(closest -> assertThat(closest.quote()).isEqualTo(REOPENING_SENTENCE));
        assertThat(ask(new MiniLmModel(), "Okullar ne zaman açılacak?", REOPENING_SENTENCE)
                        .closest())
                .isEmpty();
    }
}
