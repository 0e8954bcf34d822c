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
 * Has a language model write. Passages go to it under names made up for this one request, which it writes behind each
 * sentence; what comes back is read as it comes, and each sentence is put on the desk as soon as it is whole.
 */
public final class LlmGenerator implements Generator {
    /** Some ten times what was asked for: a model that goes on is running wild. */
    private static final int MAX_ANSWER_CHARACTERS = 20_000;
    /** How often to look whether the reader is still there. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private static final int FAILURE_THRESHOLD = 3;
    /** After that it is left alone; then a single question tries it again. */
    private static final Duration OPEN_DURATION = Duration.ofSeconds(30);

    private final String name;
    private final LlmClient client;
    private final PromptBuilder prompts;
    private final Timeouts timeouts;
    private final LlmCircuitBreaker circuitBreaker;

    /** @param name {@code provider/model} */
    public LlmGenerator(String name, LlmClient server, PromptBuilder prompts) {
        this(name, server, prompts, Timeouts.DEFAULT, new LlmCircuitBreaker(FAILURE_THRESHOLD, OPEN_DURATION));
    }

    LlmGenerator(String name, LlmClient server, PromptBuilder prompts, Timeouts patience, LlmCircuitBreaker standing) {
        this.name = name;
        this.client = server;
        this.prompts = prompts;
        this.timeouts = patience;
        this.circuitBreaker = standing;
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
    public void generate(Question question, List<Passage> passages, DraftSink desk) throws GeneratorException {
        PromptContext context = PromptContext.select(question, passages);
        SentenceIds ids = SentenceIds.of(context.sentences());
        var request = ChatRequest.builder()
                .messages(prompts.answerMessages(question, context, ids))
                .build();
        circuitBreaker.execute(() -> streamWithRetry(request, ids, desk));
    }

    private void streamWithRetry(ChatRequest request, SentenceIds ids, DraftSink desk) throws GeneratorException {
        var reader = new CitationStreamParser(ids, desk::accept);
        long deadline = System.nanoTime() + timeouts.total().toNanos();
        try {
            Optional<Duration> pause = stream(request, reader, desk, deadline, true);
            if (pause.isPresent()) {
                sleep(pause.get(), desk);
                stream(request, reader, desk, deadline, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeneratorException("interrupted");
        }
    }

    /** Hears a model out. If it has no time now, gives back how long to wait before asking it again. */
    private Optional<Duration> stream(
            ChatRequest request, CitationStreamParser reader, DraftSink desk, long deadline, boolean mayAskAgain)
            throws GeneratorException, InterruptedException {
        StreamingCall call = StreamingCall.start(client, request);
        try {
            boolean heard = false;
            long lastSign = System.nanoTime();
            while (true) {
                StreamingCall.Event news = awaitEvent(
                        call, lastSign, heard ? timeouts.betweenTokens() : timeouts.firstToken(), desk, deadline);
                if (news instanceof StreamingCall.Complete end) {
                    finish(reader, end.reason());
                    return Optional.empty();
                }
                if (news instanceof StreamingCall.Failed fault) {
                    Optional<Duration> pause =
                            heard ? Optional.empty() : LlmErrors.retryDelay(fault.cause(), timeouts.minRetryDelay());
                    if (mayAskAgain && pause.isPresent() && pause.get().toNanos() < deadline - System.nanoTime()) {
                        return pause;
                    }
                    throw LlmErrors.classify(fault.cause());
                }
                // Blanks are no sign of life: some servers send them while the model hangs.
                if (!(news instanceof StreamingCall.Text blank) || !blank.text().isBlank()) {
                    heard = true;
                    lastSign = System.nanoTime();
                }
                if (news instanceof StreamingCall.Text words) {
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

    /** Only what says of itself that it is whole is taken for whole. */
    private static void finish(CitationStreamParser reader, @Nullable FinishReason reason) throws GeneratorException {
        if (reason == null) {
            throw new LlmUnavailableException("cut off: the stream ended before the answer");
        }
        if (reason != FinishReason.STOP) {
            throw new GeneratorException("cut off: " + describeFinishReason(reason));
        }
        if (reader.isBlank()) {
            throw new GeneratorException("the model said nothing");
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
            StreamingCall call, long start, Duration silence, DraftSink desk, long deadline)
            throws GeneratorException, InterruptedException {
        while (true) {
            throwIfCancelled(desk);
            long now = System.nanoTime();
            long untilSilent = silence.toNanos() - (now - start);
            long untilDeadline = deadline - now;
            StreamingCall.Event news = call.poll(Duration.ofNanos(
                    Math.max(0, Math.min(POLL_INTERVAL.toNanos(), Math.min(untilSilent, untilDeadline)))));
            if (news != null) {
                return news;
            }
            if (untilDeadline <= 0) {
                throw new LlmUnavailableException("cut off: no whole answer in time");
            }
            if (untilSilent <= 0) {
                throw new LlmUnavailableException("cut off: no word for " + silence.toMillis() + " ms");
            }
        }
    }

    private static void sleep(Duration pause, DraftSink desk) throws GeneratorException, InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            throwIfCancelled(desk);
            Thread.sleep(Math.min(left / 1_000_000 + 1, POLL_INTERVAL.toMillis()));
        }
    }

    private static void throwIfCancelled(DraftSink desk) throws GeneratorException {
        if (desk.isCancelled()) {
            throw new GeneratorException("the reader has gone");
        }
    }
}
