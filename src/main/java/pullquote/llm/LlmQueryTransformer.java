package pullquote.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.GeneratorException;
import pullquote.article.Library;
import pullquote.query.QueryRewriter;
import pullquote.query.QueryTranslator;
import pullquote.query.Question;
import pullquote.text.LanguageDetector;
import pullquote.text.TranslationGuard;

/**
 * Rewrites follow-up questions and translates them into the language of the articles, in one call of a language model.
 * Makes one attempt with a short timeout, because callers have rule-based fallbacks.
 */
public final class LlmQueryTransformer implements QueryRewriter, QueryTranslator {
    private static final Logger log = LoggerFactory.getLogger(LlmQueryTransformer.class);
    /** Longer responses are rejected. */
    private static final int MAX_RESPONSE_CHARACTERS = 2_000;

    private static final int FAILURE_THRESHOLD = 3;
    private static final Duration OPEN_DURATION = Duration.ofSeconds(30);
    /** Matches the list markers that some models put before every line. */
    private static final Pattern LIST_MARKER = Pattern.compile("^\\s*(?:[-–•*]|\\d[.)])\\s+");

    /** Maximum time for one call. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final LlmClient client;
    private final PromptBuilder prompts;
    private final TranslationTarget translationTarget;
    private final QueryTranslator fallback;
    private final LlmCircuitBreaker circuitBreaker = new LlmCircuitBreaker(FAILURE_THRESHOLD, OPEN_DURATION);

    /**
     * Creates a transformer.
     *
     * @param fallback translates questions that the model fails to translate
     */
    public LlmQueryTransformer(LlmClient client, PromptBuilder prompts, Library library, QueryTranslator fallback) {
        this.client = client;
        this.prompts = prompts;
        this.translationTarget = new TranslationTarget(library);
        this.fallback = fallback;
    }

    @Override
    public Optional<RewrittenQuery> rewrite(Question question, List<String> history) {
        Optional<String> targetLanguage = translationTarget.languageFor(question);
        return targetLanguage.isPresent()
                ? rewriteAndTranslate(question, history, targetLanguage.get())
                : complete(prompts.rewriteMessages(question, history)).map(text -> new RewrittenQuery(text, Map.of()));
    }

    @Override
    public Question translate(Question question) {
        if (!question.translations().isEmpty()) {
            return question;
        }
        return translationTarget
                .languageFor(question)
                .flatMap(language -> rewriteAndTranslate(question, List.of(), language))
                .map(rewritten -> question.withTranslations(rewritten.translations()))
                .orElseGet(() -> fallback.translate(question));
    }

    /** Requests two lines: the question in its own language, and its translation into the language of the articles. */
    private Optional<RewrittenQuery> rewriteAndTranslate(Question question, List<String> history, String language) {
        List<String> lines = complete(prompts.translationMessages(question, history, language)).stream()
                .flatMap(String::lines)
                .map(line -> LIST_MARKER.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        boolean translationOnly = lines.size() == 1 && history.isEmpty();
        if (lines.size() != 2 && !translationOnly) {
            return Optional.empty();
        }
        String original = question.text() + "\n" + String.join("\n", history);
        String translation = lines.get(lines.size() - 1);
        if (!LanguageDetector.detect(translation, language).equals(language)
                || !TranslationGuard.hasNoNewNamesOrNumbers(
                        original, question.detectedLanguage(), translation, language)) {
            log.info("Rejected translation: it is in the wrong language, or adds a name or number");
            return Optional.empty();
        }
        return Optional.of(
                new RewrittenQuery(translationOnly ? question.text() : lines.get(0), Map.of(language, translation)));
    }

    private Optional<String> complete(List<ChatMessage> prompt) {
        var response = new StringBuilder();
        try {
            circuitBreaker.execute(() -> stream(prompt, response));
        } catch (GeneratorException e) {
            log.warn("Failed to rewrite or translate question: {}", e.getMessage());
            return Optional.empty();
        }
        String rewritten = new ReasoningFilter().filter(response.toString()).strip();
        return rewritten.isEmpty() ? Optional.empty() : Optional.of(rewritten);
    }

    private void stream(List<ChatMessage> prompt, StringBuilder response) throws GeneratorException {
        var request = ChatRequest.builder().messages(prompt).build();
        StreamingCall call = StreamingCall.start(client, request);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (response.length() <= MAX_RESPONSE_CHARACTERS) {
                StreamingCall.Event event = call.poll(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                if (event == null) {
                    throw new LlmUnavailableException("no answer in " + TIMEOUT.toSeconds() + " s");
                } else if (event instanceof StreamingCall.Failed failed) {
                    throw LlmErrors.classify(failed.cause());
                } else if (event instanceof StreamingCall.Text chunk) {
                    response.append(chunk.text());
                } else if (event instanceof StreamingCall.Complete complete) {
                    if (complete.reason() != FinishReason.STOP) {
                        throw new GeneratorException("cut off: " + complete.reason());
                    }
                    return;
                }
            }
            throw new GeneratorException("cut off: more than " + MAX_RESPONSE_CHARACTERS + " characters");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeneratorException("interrupted");
        } finally {
            call.cancel();
        }
    }
}
