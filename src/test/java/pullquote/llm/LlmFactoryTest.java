package pullquote.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pullquote.ScriptedLlm;

/** Tests the request and response format of each provider. */
class LlmFactoryTest {
    private static final ChatRequest REQUEST =
            ChatRequest.builder().messages(UserMessage.from("Good day?")).build();

    private final ScriptedLlm server = new ScriptedLlm();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void streams_answers_from_openai() throws Exception {
        server.reply().pieces("Good ", "day.").stop();

        assertThat(ask(Provider.OPENAI, "/v1", "any")).isEqualTo("Good day.");

        assertThat(received().path()).isEqualTo("/v1/chat/completions");
        assertThat(received().headers().get("Authorization")).isEqualTo(List.of("Bearer key"));
        assertThat(received().body()).contains("\"temperature\" : 0.0", "\"max_tokens\" : 800", "\"stream\" : true");
    }

    @Test
    void streams_answers_from_anthropic() throws Exception {
        String stream = """
                event: message_start
                data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[],\
                "model":"x","usage":{"input_tokens":1,"output_tokens":1}}}

                event: content_block_start
                data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Good "}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"day."}}

                event: content_block_stop
                data: {"type":"content_block_stop","index":0}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":3}}

                event: message_stop
                data: {"type":"message_stop"}

                """;
        server.reply().body(stream);
        server.reply().body(stream);

        assertThat(ask(Provider.ANTHROPIC, "/v1", "claude-haiku-5-5")).isEqualTo("Good day.");
        assertThat(received().path()).isEqualTo("/v1/messages");
        assertThat(received().headers().get("X-api-key")).isEqualTo(List.of("key"));
        assertThat(received().body()).doesNotContain("temperature");

        assertThat(ask(Provider.ANTHROPIC, "/v1", "claude-haiku-4-5")).isEqualTo("Good day.");
        assertThat(received().body()).contains("\"temperature\" : 0.0", "\"max_tokens\" : 800");
    }

    @Test
    void streams_answers_from_gemini() throws Exception {
        server.reply()
                .body(
                        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Good \"}],\"role\":\"model\"}}]}\n\n")
                .body("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"day.\"}],\"role\":\"model\"},"
                        + "\"finishReason\":\"STOP\"}]}\n\n");

        assertThat(ask(Provider.GEMINI, "/v1beta", "gemini-3.5-flash-lite")).isEqualTo("Good day.");

        assertThat(received().path()).startsWith("/v1beta/models/gemini-3.5-flash-lite:streamGenerateContent");
    }

    @Test
    void streams_answers_from_mistral() throws Exception {
        server.reply().pieces("Good ", "day.").stop();

        assertThat(ask(Provider.MISTRAL, "/v1", "mistral-small-latest")).isEqualTo("Good day.");

        assertThat(received().path()).isEqualTo("/v1/chat/completions");
    }

    @Test
    void streams_answers_from_ollama() throws Exception {
        server.reply()
                .header("Content-Type", "application/x-ndjson")
                .body(
                        "{\"model\":\"gemma3\",\"message\":{\"role\":\"assistant\",\"content\":\"Good \"},\"done\":false}\n")
                .body(
                        "{\"model\":\"gemma3\",\"message\":{\"role\":\"assistant\",\"content\":\"day.\"},\"done\":false}\n")
                .body("{\"model\":\"gemma3\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
                        + "\"done_reason\":\"stop\"}\n");

        assertThat(ask(Provider.OLLAMA, "", "gemma3")).isEqualTo("Good day.");

        assertThat(received().path()).isEqualTo("/api/chat");
    }

    @Test
    void does_not_follow_redirects() {
        server.reply().status(302).header("Location", server.url() + "/elsewhere");

        assertThat(askAsync(Provider.OPENAI, "/v1", "any"))
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("HttpException");
        assertThat(server.requests()).hasSize(1);
    }

    private ScriptedLlm.Request received() {
        return server.requests().get(server.requests().size() - 1);
    }

    private String ask(Provider provider, String path, String model) throws Exception {
        ChatResponse response = askAsync(provider, path, model).get(5, TimeUnit.SECONDS);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        return response.aiMessage().text();
    }

    private CompletableFuture<ChatResponse> askAsync(Provider provider, String path, String model) {
        var url = Optional.of(URI.create(server.url() + path));
        var result = new CompletableFuture<ChatResponse>();
        LlmFactory.client(new LlmConfig(provider, model, url, Optional.of(new Secret("key")))).stream(
                REQUEST, new StreamingChatResponseHandler() {
                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        result.complete(response);
                    }

                    @Override
                    public void onError(Throwable error) {
                        result.completeExceptionally(error);
                    }
                });
        return result;
    }
}
