package pullquote.retrieval.rerank;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import pullquote.text.Span;

/**
 * A cross-encoder of our own, in the process: e5-small-v2 trained on to read. What it was trained on, how well it does
 * and what it must not be used for stands in its model card, {@code reader.md} beside {@code reader.onnx}.
 */
public final class OnnxReader implements ExtractiveReader {
    private static final String MODEL = "/pullquote/reader.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    /** With the question; what is longer loses its end. It was trained on no longer ones. */
    private static final int MAX_TOKENS = 224;

    private static final Set<String> OUTPUTS = Set.of("start", "end");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Executor executor;

    /** Loads it from the jar. */
    public OnnxReader() {
        try (InputStream model = resource(OnnxReader.class, MODEL);
                InputStream words = resource(AllMiniLmL6V2QuantizedEmbeddingModel.class, TOKENIZER);
                var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    words, Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (IOException e) {
            throw new UncheckedIOException("the reader could not be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the reader could not be loaded: " + e.getMessage(), e);
        }
        executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            var thread = new Thread(work, "reading");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static InputStream resource(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResourceAsStream(name), name);
    }

    /** It was trained on English alone. */
    @Override
    public boolean supports(String language) {
        return language.equals("en");
    }

    @Override
    public List<SpanPrediction> predict(String question, List<String> texts) {
        List<CompletableFuture<SpanPrediction>> readings = texts.stream()
                .map(text -> CompletableFuture.supplyAsync(() -> predict(question, text), executor))
                .toList();
        return readings.stream().map(CompletableFuture::join).toList();
    }

    private SpanPrediction predict(String question, String text) {
        Encoding encoding = tokenizer.encode(question, text);
        try (Result result = run(encoding)) {
            double[] first = softmax(logits(result, "start"));
            double[] last = softmax(logits(result, "end"));
            var tokens = new ArrayList<SpanPrediction.Token>();
            CharSpan[] spans = encoding.getCharTokenSpans();
            for (int i = 1; i < spans.length; i++) {
                if (encoding.getTypeIds()[i] == 1 && spans[i] != null) {
                    tokens.add(new SpanPrediction.Token(span(text, spans[i]), first[i], last[i]));
                }
            }
            return new SpanPrediction((first[0] + last[0]) / 2, tokens);
        } catch (OrtException e) {
            throw new IllegalStateException("the reader failed: " + e.getMessage(), e);
        }
    }

    private Result run(Encoding encoding) throws OrtException {
        // The mark at the end is no part of the text, and nobody's answer.
        long[] ofText = encoding.getTypeIds().clone();
        ofText[ofText.length - 1] = 0;
        try (OnnxTensor ids = tensor(encoding.getIds());
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor sides = tensor(ofText)) {
            return session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", sides), OUTPUTS);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    private static float[] logits(Result result, String name) throws OrtException {
        return ((float[][]) result.get(name).orElseThrow().getValue())[0];
    }

    /** Softmax: as chances that add up to 1. */
    private static double[] softmax(float[] logits) {
        double greatest = IntStream.range(0, logits.length)
                .mapToDouble(i -> logits[i])
                .max()
                .orElseThrow();
        double[] chances = IntStream.range(0, logits.length)
                .mapToDouble(i -> Math.exp(logits[i] - greatest))
                .toArray();
        double sum =
                IntStream.range(0, chances.length).mapToDouble(i -> chances[i]).sum();
        return IntStream.range(0, chances.length)
                .mapToDouble(i -> chances[i] / sum)
                .toArray();
    }

    /** The tokenizer counts characters beyond U+FFFF once, we twice. */
    private static Span span(String text, CharSpan span) {
        int start = text.offsetByCodePoints(0, span.getStart());
        return new Span(start, text.offsetByCodePoints(start, span.getEnd() - span.getStart()));
    }
}
