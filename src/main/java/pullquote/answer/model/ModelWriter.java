package pullquote.answer.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Condition;
import pullquote.answer.Question;
import pullquote.answer.Writer;
import pullquote.answer.WriterException;
import pullquote.retrieval.Passage;

/**
 * Has a language model write. Passages go to it under names made up for this one request, which it writes behind each
 * sentence; what comes back is read as it comes, and each sentence is put on the desk as soon as it is whole.
 */
public final class ModelWriter implements Writer {
    /** Some ten times what was asked for: a model that goes on is running wild. */
    private static final int MOST_CHARACTERS = 20_000;
    /** How often to look whether the reader is still there. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private static final int FAILURES_IN_A_ROW = 3;
    /** After that it is left alone; then a single question tries it again. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final String name;
    private final ModelServer server;
    private final Prompts prompts;
    private final Patience patience;
    private final Standing standing;

    /** @param name {@code provider/model} */
    public ModelWriter(String name, ModelServer server, Prompts prompts) {
        this(name, server, prompts, Patience.OF_READERS, new Standing(FAILURES_IN_A_ROW, REST));
    }

    ModelWriter(String name, ModelServer server, Prompts prompts, Patience patience, Standing standing) {
        this.name = name;
        this.server = server;
        this.prompts = prompts;
        this.patience = patience;
        this.standing = standing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Condition> condition() {
        return Optional.of(standing.condition());
    }

    @Override
    public void write(Question question, List<Passage> passages, Desk desk) throws WriterException {
        Marks marks = Marks.of(Portion.of(passages));
        standing.watch(() -> ask(question, marks, desk));
    }

    private void ask(Question question, Marks marks, Desk desk) throws WriterException {
        var request = ChatRequest.builder()
                .messages(prompts.messages(question, marks))
                .build();
        var reader = new DraftReader(marks, desk::put);
        long deadline = System.nanoTime() + patience.whole().toNanos();
        try {
            Optional<Duration> pause = hear(request, reader, desk, deadline, true);
            if (pause.isPresent()) {
                sleep(pause.get(), desk);
                hear(request, reader, desk, deadline, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterException("interrupted");
        }
    }

    /** Hears a model out. If it has no time now, gives back how long to wait before asking it again. */
    private Optional<Duration> hear(
            ChatRequest request, DraftReader reader, Desk desk, long deadline, boolean mayAskAgain)
            throws WriterException, InterruptedException {
        ModelCall call = ModelCall.begin(server, request);
        try {
            boolean heard = false;
            while (true) {
                ModelCall.News news = next(call, heard ? patience.between() : patience.first(), desk, deadline);
                if (news instanceof ModelCall.End end) {
                    finish(reader, end.reason());
                    return Optional.empty();
                }
                if (news instanceof ModelCall.Fault fault) {
                    Optional<Duration> pause =
                            heard ? Optional.empty() : ModelFault.pause(fault.cause(), patience.again());
                    if (mayAskAgain && pause.isPresent() && pause.get().toNanos() < deadline - System.nanoTime()) {
                        return pause;
                    }
                    throw ModelFault.asWriter(fault.cause());
                }
                heard = true;
                if (news instanceof ModelCall.Words words) {
                    reader.read(words.text());
                    if (reader.length() > MOST_CHARACTERS) {
                        throw new WriterException("cut off: more than " + MOST_CHARACTERS + " characters");
                    }
                }
            }
        } catch (WriterException e) {
            reader.breakOff();
            throw e;
        } finally {
            call.cancel();
        }
    }

    /** Only what says of itself that it is whole is taken for whole. */
    private static void finish(DraftReader reader, @Nullable FinishReason reason) throws WriterException {
        if (reason == null) {
            throw new Unavailable("cut off: the stream ended before the answer");
        }
        if (reason != FinishReason.STOP) {
            throw new WriterException("cut off: " + inWords(reason));
        }
        if (reader.isBlank()) {
            throw new WriterException("the model said nothing");
        }
        reader.end();
    }

    private static String inWords(FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "the answer is longer than allowed";
            case CONTENT_FILTER -> "the provider's filter stopped it";
            default -> "it ended with " + reason;
        };
    }

    private static ModelCall.News next(ModelCall call, Duration silence, Desk desk, long deadline)
            throws WriterException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            requireReader(desk);
            long now = System.nanoTime();
            long untilSilent = silence.toNanos() - (now - start);
            long untilDeadline = deadline - now;
            ModelCall.News news = call.next(
                    Duration.ofNanos(Math.max(0, Math.min(GLANCE.toNanos(), Math.min(untilSilent, untilDeadline)))));
            if (news != null) {
                return news;
            }
            if (untilDeadline <= 0) {
                throw new Unavailable("cut off: no whole answer in time");
            }
            if (untilSilent <= 0) {
                throw new Unavailable("cut off: no word for " + silence.toMillis() + " ms");
            }
        }
    }

    private static void sleep(Duration pause, Desk desk) throws WriterException, InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            requireReader(desk);
            Thread.sleep(Math.min(left / 1_000_000 + 1, GLANCE.toMillis()));
        }
    }

    private static void requireReader(Desk desk) throws WriterException {
        if (desk.isAbandoned()) {
            throw new WriterException("the reader has gone");
        }
    }
}
