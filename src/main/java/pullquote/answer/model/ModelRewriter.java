package pullquote.answer.model;

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
import pullquote.answer.Question;
import pullquote.answer.Rewriter;
import pullquote.answer.Translator;
import pullquote.answer.WriterException;
import pullquote.article.Library;
import pullquote.language.Kept;
import pullquote.language.Languages;

/**
 * Has a language model rewrite a question, and translate it for articles in another language, both at once. It is asked
 * once, and not waited for long: there are rules to fall back on.
 */
public final class ModelRewriter implements Rewriter, Translator {
    private static final Logger log = LoggerFactory.getLogger(ModelRewriter.class);
    private static final int MOST_CHARACTERS = 2_000;
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    /** Some models number whatever they write. */
    private static final Pattern LINE_MARK = Pattern.compile("^\\s*(?:[-–•*]|\\d[.)])\\s+");

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ModelServer server;
    private final Prompts prompts;
    private final ForeignArticles articles;
    private final Translator otherwise;
    private final Standing standing = new Standing(FAILURES_IN_A_ROW, REST);

    /** @param otherwise translates what the model does not */
    public ModelRewriter(ModelServer server, Prompts prompts, Library library, Translator otherwise) {
        this.server = server;
        this.prompts = prompts;
        this.articles = new ForeignArticles(library);
        this.otherwise = otherwise;
    }

    @Override
    public Optional<Rewritten> standalone(Question asked, List<String> said) {
        Optional<String> foreign = articles.languageFor(asked);
        return foreign.isPresent()
                ? translated(asked, said, foreign.get())
                : heard(prompts.standalone(asked, said)).map(text -> new Rewritten(text, Map.of()));
    }

    @Override
    public Question translated(Question question) {
        if (!question.translations().isEmpty()) {
            return question;
        }
        return articles.languageFor(question)
                .flatMap(language -> translated(question, List.of(), language))
                .map(found -> question.translatedAs(found.translations()))
                .orElseGet(() -> otherwise.translated(question));
    }

    /** The question in two lines: in its own language, and in that of the articles. */
    private Optional<Rewritten> translated(Question asked, List<String> said, String language) {
        List<String> lines = heard(prompts.translation(asked, said, language)).stream()
                .flatMap(String::lines)
                .map(line -> LINE_MARK.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        boolean alone = lines.size() == 1 && said.isEmpty();
        if (lines.size() != 2 && !alone) {
            return Optional.empty();
        }
        String original = asked.text() + "\n" + String.join("\n", said);
        String translation = lines.get(lines.size() - 1);
        if (!Languages.guess(translation, language).equals(language)
                || !Kept.allFrom(original, asked.writtenIn(), translation, language)) {
            log.info("a translation was not believed");
            return Optional.empty();
        }
        return Optional.of(new Rewritten(alone ? asked.text() : lines.get(0), Map.of(language, translation)));
    }

    private Optional<String> heard(List<ChatMessage> prompt) {
        var words = new StringBuilder();
        try {
            standing.watch(() -> hear(prompt, words));
        } catch (WriterException e) {
            log.warn("the question was not rewritten: {}", e.getMessage());
            return Optional.empty();
        }
        String rewritten = new ThinkingAloud().leftOf(words.toString()).strip();
        return rewritten.isEmpty() ? Optional.empty() : Optional.of(rewritten);
    }

    private void hear(List<ChatMessage> prompt, StringBuilder words) throws WriterException {
        var request = ChatRequest.builder().messages(prompt).build();
        ModelCall call = ModelCall.begin(server, request);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (words.length() <= MOST_CHARACTERS) {
                ModelCall.News news = call.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                if (news == null) {
                    throw new Unavailable("no answer in " + PATIENCE.toSeconds() + " s");
                } else if (news instanceof ModelCall.Fault fault) {
                    throw ModelFault.asWriter(fault.cause());
                } else if (news instanceof ModelCall.Words more) {
                    words.append(more.text());
                } else if (news instanceof ModelCall.End end) {
                    if (end.reason() != FinishReason.STOP) {
                        throw new WriterException("cut off: " + end.reason());
                    }
                    return;
                }
            }
            throw new WriterException("cut off: more than " + MOST_CHARACTERS + " characters");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterException("interrupted");
        } finally {
            call.cancel();
        }
    }
}
