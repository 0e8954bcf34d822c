package pullquote.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Generator;
import pullquote.answer.GeneratorException;
import pullquote.answer.HealthStatus;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/**
 * Generates answers with a language model. The prompt gives each source sentence an id, and the model cites these ids.
 * Each drafted sentence goes to the sink as soon as it is complete.
 */
public final class LlmGenerator implements Generator {
    /** In characters, about ten times the length asked for. A model that writes more is out of control. */
    private static final int MAX_ANSWER_CHARACTERS = 20_000;
    /** How often to check whether the client has disconnected. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private static final int FAILURE_THRESHOLD = 3;
    /** How long the model is not called after {@value #FAILURE_THRESHOLD} failures in a row. */
    private static final Duration OPEN_DURATION = Duration.ofSeconds(30);

    private final String name;
    private final LlmClient client;
    private final PromptBuilder prompts;
    private final Timeouts timeouts;
    private final LlmCircuitBreaker circuitBreaker;

    /**
     * Creates a generator with the default timeouts.
     *
     * @param name {@code provider/model}
     */
    public LlmGenerator(String name, LlmClient server, PromptBuilder prompts) {
        this(name, server, prompts, Timeouts.DEFAULT, new LlmCircuitBreaker(FAILURE_THRESHOLD, OPEN_DURATION));
    }

    LlmGenerator(
            String name, LlmClient server, PromptBuilder prompts, Timeouts timeouts, LlmCircuitBreaker circuitBreaker) {
        this.name = name;
        this.client = server;
        this.prompts = prompts;
        this.timeouts = timeouts;
        this.circuitBreaker = circuitBreaker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<HealthStatus> health() {
        return Optional.of(circuitBreaker.health());
    }

    @Override
    public void generate(Question question, List<Passage> passages, DraftSink sink) throws GeneratorException {
        PromptContext context = PromptContext.select(question, passages);
        SentenceIds ids = SentenceIds.of(context.sentences());
        var request = ChatRequest.builder()
                .messages(prompts.answerMessages(question, context, ids))
                .build();
        circuitBreaker.execute(() -> streamWithRetry(request, ids, sink));
    }

    private void streamWithRetry(ChatRequest request, SentenceIds ids, DraftSink sink) throws GeneratorException {
        var reader = new CitationStreamParser(ids, sink::accept);
        long deadline = System.nanoTime() + timeouts.total().toNanos();
        try {
            Optional<Duration> pause = stream(request, reader, sink, deadline, true);
            if (pause.isPresent()) {
                sleep(pause.get(), sink);
                stream(request, reader, sink, deadline, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeneratorException("interrupted");
        }
    }

    /** Streams one answer. Returns the time to wait before a retry if the model has no capacity now. */
    private Optional<Duration> stream(
            ChatRequest request, CitationStreamParser reader, DraftSink sink, long deadline, boolean mayAskAgain)
            throws GeneratorException, InterruptedException {
        StreamingCall call = StreamingCall.start(client, request);
        try {
            boolean heard = false;
            long lastSign = System.nanoTime();
            while (true) {
                StreamingCall.Event event = awaitEvent(
                        call, lastSign, heard ? timeouts.betweenTokens() : timeouts.firstToken(), sink, deadline);
                if (event instanceof StreamingCall.Complete end) {
                    finish(reader, end.reason());
                    return Optional.empty();
                }
                if (event instanceof StreamingCall.Failed fault) {
                    Optional<Duration> pause =
                            heard ? Optional.empty() : LlmErrors.retryDelay(fault.cause(), timeouts.minRetryDelay());
                    if (mayAskAgain && pause.isPresent() && pause.get().toNanos() < deadline - System.nanoTime()) {
                        return pause;
                    }
                    throw LlmErrors.classify(fault.cause());
                }
                // Blanks are no sign of life: some servers send them while the model hangs.
                if (!(event instanceof StreamingCall.Text blank)
                        || !blank.text().isBlank()) {
                    heard = true;
                    lastSign = System.nanoTime();
                }
                if (event instanceof StreamingCall.Text words) {
                    reader.read(words.text());
                    if (reader.length() > MAX_ANSWER_CHARACTERS) {
                        throw new GeneratorException("cut off: more than " + MAX_ANSWER_CHARACTERS + " characters");
                    }
                }
            }
        } catch (GeneratorException e) {
            reader.finishTruncated();
            throw e;
        } finally {
            call.cancel();
        }
    }

    /** Accepts an answer as complete only if the provider says so. */
    private static void finish(CitationStreamParser reader, @Nullable FinishReason reason) throws GeneratorException {
        if (reason == null) {
            throw new LlmUnavailableException("cut off: the stream ended before the answer");
        }
        if (reason != FinishReason.STOP) {
            throw new GeneratorException("cut off: " + describeFinishReason(reason));
        }
        if (reader.isBlank()) {
            throw new GeneratorException("empty answer");
        }
        reader.finish();
    }

    private static String describeFinishReason(FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "the answer is longer than allowed";
            case CONTENT_FILTER -> "the provider's filter stopped it";
            default -> "it ended with " + reason;
        };
    }

    private static StreamingCall.Event awaitEvent(
            StreamingCall call, long start, Duration silence, DraftSink sink, long deadline)
            throws GeneratorException, InterruptedException {
        while (true) {
            throwIfCancelled(sink);
            long now = System.nanoTime();
            long untilSilent = silence.toNanos() - (now - start);
            long untilDeadline = deadline - now;
            StreamingCall.Event event = call.poll(Duration.ofNanos(
                    Math.max(0, Math.min(POLL_INTERVAL.toNanos(), Math.min(untilSilent, untilDeadline)))));
            if (event != null) {
                return event;
            }
            if (untilDeadline <= 0) {
                throw new LlmUnavailableException("cut off: the answer took too long");
            }
            if (untilSilent <= 0) {
                throw new LlmUnavailableException("cut off: no token for " + silence.toMillis() + " ms");
            }
        }
    }

    private static void sleep(Duration pause, DraftSink sink) throws GeneratorException, InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            throwIfCancelled(sink);
            Thread.sleep(Math.min(left / 1_000_000 + 1, POLL_INTERVAL.toMillis()));
        }
    }

    private static void throwIfCancelled(DraftSink sink) throws GeneratorException {
        if (sink.isCancelled()) {
            throw new GeneratorException("the client has disconnected");
        }
    }
}
