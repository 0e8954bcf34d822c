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
 * Runs the bundled extractive reader in this process: a cross-encoder fine-tuned from e5-small-v2. The model card
 * {@code reader.md} next to {@code reader.onnx} describes its training data, accuracy and limitations.
 */
public final class OnnxReader implements ExtractiveReader {
    private static final String MODEL = "/pullquote/reader.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    /** Tokens of question and text together, as in training; the end of longer input is cut off. */
    private static final int MAX_TOKENS = 224;

    private static final Set<String> OUTPUT_NAMES = Set.of("start", "end");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Executor executor;

    /**
     * Loads the bundled model.
     *
     * @throws IllegalStateException if ONNX Runtime cannot load it
     */
    public OnnxReader() {
        try (InputStream model = resource(OnnxReader.class, MODEL);
                InputStream tokenizerJson = resource(AllMiniLmL6V2QuantizedEmbeddingModel.class, TOKENIZER);
                var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    tokenizerJson,
                    Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the bundled reader model.", e);
        } catch (OrtException e) {
            throw new IllegalStateException("Failed to load the bundled reader model: " + e.getMessage(), e);
        }
        executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            var thread = new Thread(work, "reading");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static InputStream resource(Class<?> owner, String name) {
        return Objects.requireNonNull(owner.getResourceAsStream(name), name);
    }

    /** Returns true for English only, the language of the training data. */
    @Override
    public boolean supports(String language) {
        return language.equals("en");
    }

    @Override
    public List<SpanPrediction> predict(String question, List<String> texts) {
        List<CompletableFuture<SpanPrediction>> predictions = texts.stream()
                .map(text -> CompletableFuture.supplyAsync(() -> predict(question, text), executor))
                .toList();
        return predictions.stream().map(CompletableFuture::join).toList();
    }

    private SpanPrediction predict(String question, String text) {
        Encoding encoding = tokenizer.encode(question, text);
        try (Result result = run(encoding)) {
            double[] first = softmax(logits(result, "start"));
            double[] last = softmax(logits(result, "end"));
            var tokens = new ArrayList<SpanPrediction.TokenPrediction>();
            CharSpan[] spans = encoding.getCharTokenSpans();
            for (int i = 1; i < spans.length; i++) {
                if (encoding.getTypeIds()[i] == 1 && spans[i] != null) {
                    tokens.add(new SpanPrediction.TokenPrediction(toUtf16Span(text, spans[i]), first[i], last[i]));
                }
            }
            return new SpanPrediction((first[0] + last[0]) / 2, tokens);
        } catch (OrtException e) {
            throw new IllegalStateException("Failed to run the reader model: " + e.getMessage(), e);
        }
    }

    private Result run(Encoding encoding) throws OrtException {
        // The end token is not part of the text and must not be predicted as an answer.
        long[] typeIds = encoding.getTypeIds().clone();
        typeIds[typeIds.length - 1] = 0;
        try (OnnxTensor ids = tensor(encoding.getIds());
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(typeIds)) {
            return session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), OUTPUT_NAMES);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    private static float[] logits(Result result, String name) throws OrtException {
        return ((float[][]) result.get(name).orElseThrow().getValue())[0];
    }

    /** Returns the softmax: probabilities that add up to 1. */
    private static double[] softmax(float[] logits) {
        double max = IntStream.range(0, logits.length)
                .mapToDouble(i -> logits[i])
                .max()
                .orElseThrow();
        double[] exponentials = IntStream.range(0, logits.length)
                .mapToDouble(i -> Math.exp(logits[i] - max))
                .toArray();
        double sum = IntStream.range(0, exponentials.length)
                .mapToDouble(i -> exponentials[i])
                .sum();
        return IntStream.range(0, exponentials.length)
                .mapToDouble(i -> exponentials[i] / sum)
                .toArray();
    }

    /** Converts the offsets of the tokenizer, which counts code points, to UTF-16 code units. */
    private static Span toUtf16Span(String text, CharSpan span) {
        int start = text.offsetByCodePoints(0, span.getStart());
        return new Span(start, text.offsetByCodePoints(start, span.getEnd() - span.getStart()));
    }
}
