package pullquote.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Calls model providers over HTTP. Unlike LangChain4j's client, it passes on {@code Retry-After}, reads at most {@value
 * #MAX_RESPONSE_BYTES} bytes of a response, closes each connection after a maximum time, and removes the API key from
 * error messages.
 */
final class LlmHttpClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration HEADERS_TIMEOUT = Duration.ofSeconds(30);
    /**
     * Closes connections of calls that were not cancelled. Longer than {@link Timeouts#DEFAULT}, which applies first.
     */
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(65);

    /** Maximum size of a streamed response, in bytes. Longer responses fail. */
    private static final int MAX_RESPONSE_BYTES = 4 * 1024 * 1024;
    /** Number of bytes read from an error response. The rest is ignored. */
    private static final int MAX_ERROR_BYTES = 2_000;

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    /** Runs calls on separate threads. The common pool has one thread on two cores, and one answer would block it. */
    private final Executor executor = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "model");
        thread.setDaemon(true);
        return thread;
    });

    private final Optional<Secret> apiKey;

    LlmHttpClient(Optional<Secret> key) {
        this.apiKey = key;
    }

    Call newCall() {
        return new Call();
    }

    /** Sends one request, which can be cancelled at any time. */
    final class Call implements HttpClient {
        private final CompletableFuture<Void> finished = new CompletableFuture<>();

        /** Closes the connection, whether or not data has arrived. Does nothing if the call is finished. */
        void cancel() {
            finished.complete(null);
        }

        /** Throws an {@link UnsupportedOperationException}, because all answers are streamed. */
        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            throw new UnsupportedOperationException("Synchronous calls are not supported. Use a streaming model.");
        }

        @Override
        public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
            finished.completeOnTimeout(null, TOTAL_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            executor.execute(() -> {
                try {
                    var response = http.sendAsync(toJdkRequest(request), BodyHandlers.ofInputStream());
                    // Only cancelling this future closes the connection; cancelling a future derived from it does not.
                    onFinished(() -> response.cancel(true));
                    parse(response.get(), parser, listener);
                } catch (ExecutionException e) {
                    listener.onError(e.getCause());
                } catch (IOException | RuntimeException e) {
                    listener.onError(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    listener.onError(e);
                } finally {
                    cancel();
                }
            });
        }

        private void parse(
                HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener)
                throws IOException {
            try (InputStream body = new LimitedInputStream(response.body(), MAX_RESPONSE_BYTES)) {
                onFinished(() -> closeQuietly(body));
                if (response.statusCode() / 100 != 2) {
                    throw httpError(response, body);
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        }

        private void onFinished(Runnable close) {
            var unused = finished.thenRun(close);
        }
    }

    private HttpException httpError(HttpResponse<InputStream> response, InputStream body) throws IOException {
        String message = new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        String redacted = apiKey.map(secret -> secret.redact(message)).orElse(message);
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(RetryAfter::parse)
                .<HttpException>map(delay -> new RateLimitException(response.statusCode(), redacted, delay))
                .orElseGet(() -> new HttpException(response.statusCode(), redacted));
    }

    private static java.net.http.HttpRequest toJdkRequest(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(HEADERS_TIMEOUT)
                .method(
                        request.method().name(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                request.body() == null ? "" : request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // The call is over, so the failure to close changes nothing.
        }
    }
}
