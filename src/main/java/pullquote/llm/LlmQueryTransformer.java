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
 * Rewrites follow-up questions with a language model and translates them into the language of the articles, in one
 * call. It makes one attempt with a short timeout, because rules can take its place.
 */
public final class LlmQueryTransformer implements QueryRewriter, QueryTranslator {
    private static final Logger log = LoggerFactory.getLogger(LlmQueryTransformer.class);
    private static final int MAX_RESPONSE_CHARACTERS = 2_000;
    private static final int FAILURE_THRESHOLD = 3;
    private static final Duration OPEN_DURATION = Duration.ofSeconds(30);
    /** Matches list markers, which some models put before every line. */
    private static final Pattern LIST_MARKER = Pattern.compile("^\\s*(?:[-–•*]|\\d[.)])\\s+");

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final LlmClient client;
    private final PromptBuilder prompts;
    private final TranslationTarget translationTarget;
    private final QueryTranslator fallback;
    private final LlmCircuitBreaker circuitBreaker = new LlmCircuitBreaker(FAILURE_THRESHOLD, OPEN_DURATION);

    /**
     * Creates a transformer.
     *
     * @param otherwise translates what the model fails to translate
     */
    public LlmQueryTransformer(LlmClient server, PromptBuilder prompts, Library library, QueryTranslator otherwise) {
        this.client = server;
        this.prompts = prompts;
        this.translationTarget = new TranslationTarget(library);
        this.fallback = otherwise;
    }

    @Override
    public Optional<RewrittenQuery> rewrite(Question asked, List<String> said) {
        Optional<String> foreign = translationTarget.languageFor(asked);
        return foreign.isPresent()
                ? rewriteAndTranslate(asked, said, foreign.get())
                : complete(prompts.rewriteMessages(asked, said)).map(text -> new RewrittenQuery(text, Map.of()));
    }

    @Override
    public Question translate(Question question) {
        if (!question.translations().isEmpty()) {
            return question;
        }
        return translationTarget
                .languageFor(question)
                .flatMap(language -> rewriteAndTranslate(question, List.of(), language))
                .map(found -> question.withTranslations(found.translations()))
                .orElseGet(() -> fallback.translate(question));
    }

    /** Asks for two lines: the question in its own language and in that of the articles. */
    private Optional<RewrittenQuery> rewriteAndTranslate(Question asked, List<String> said, String language) {
        List<String> lines = complete(prompts.translationMessages(asked, said, language)).stream()
                .flatMap(String::lines)
                .map(line -> LIST_MARKER.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        boolean alone = lines.size() == 1 && said.isEmpty();
        if (lines.size() != 2 && !alone) {
            return Optional.empty();
        }
        String original = asked.text() + "\n" + String.join("\n", said);
        String translation = lines.get(lines.size() - 1);
        if (!LanguageDetector.detect(translation, language).equals(language)
                || !TranslationGuard.hasNoNewNamesOrNumbers(
                        original, asked.detectedLanguage(), translation, language)) {
            log.info("a translation was not believed");
            return Optional.empty();
        }
        return Optional.of(new RewrittenQuery(alone ? asked.text() : lines.get(0), Map.of(language, translation)));
    }

    private Optional<String> complete(List<ChatMessage> prompt) {
        var words = new StringBuilder();
        try {
            circuitBreaker.execute(() -> stream(prompt, words));
        } catch (GeneratorException e) {
            log.warn("the question was not rewritten: {}", e.getMessage());
            return Optional.empty();
        }
        String rewritten = new ReasoningFilter().filter(words.toString()).strip();
        return rewritten.isEmpty() ? Optional.empty() : Optional.of(rewritten);
    }

    private void stream(List<ChatMessage> prompt, StringBuilder words) throws GeneratorException {
        var request = ChatRequest.builder().messages(prompt).build();
        StreamingCall call = StreamingCall.start(client, request);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (words.length() <= MAX_RESPONSE_CHARACTERS) {
                StreamingCall.Event event = call.poll(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                if (event == null) {
                    throw new LlmUnavailableException("no answer in " + TIMEOUT.toSeconds() + " s");
                } else if (event instanceof StreamingCall.Failed fault) {
                    throw LlmErrors.classify(fault.cause());
                } else if (event instanceof StreamingCall.Text more) {
                    words.append(more.text());
                } else if (event instanceof StreamingCall.Complete end) {
                    if (end.reason() != FinishReason.STOP) {
                        throw new GeneratorException("cut off: " + end.reason());
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
