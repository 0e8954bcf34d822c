package pullquote.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the texts that it embeds. Only "…" has a zero vector. */
final class CountingEmbeddingModel implements EmbeddingModel {
    final List<String> embedded = new CopyOnWriteArrayList<>();

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(
                segments.stream().map(TextSegment::text).map(this::embedding).toList());
    }

    private Embedding embedding(String text) {
        embedded.add(text);
        return Embedding.from(vector(text));
    }

    /** Returns a vector that is longer than 1 and differs between texts. */
    private static float[] vector(String text) {
        return text.equals("…") ? new float[3] : new float[] {text.length(), text.hashCode() % 97, 3};
    }
}
