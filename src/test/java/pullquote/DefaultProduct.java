package pullquote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.article.Article;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;
import pullquote.conversation.ChatService;
import pullquote.query.Question;

/** The product as it is without any setting, over articles of a test's choice. */
public final class DefaultProduct {
    private static final Path DATA = temporaryFolder();

    private final App app;

    private DefaultProduct(Library library, Map<String, String> more) {
        var env = new HashMap<>(more);
        env.put("DATA_DIR", DATA.toString());
        app = App.build(library, Settings.from(env), (work, done, all) -> {});
    }

    public static DefaultProduct withArticles(Article... articles) {
        return new DefaultProduct(new Library(List.of(articles)), Map.of());
    }

    /** The same, but that one setting gives it a model. */
    public static DefaultProduct withLlm(ScriptedLlm model) {
        var env = Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", model.url(), "LLM_MODEL", "test");
        return new DefaultProduct(new Library(List.of(seedArticle())), env);
    }

    /** Over the articles that come with the product. */
    public static DefaultProduct withSeedArticle() {
        return withArticles(seedArticle());
    }

    /** The first article. */
    public static Article seedArticle() {
        return KnowledgeFolder.load(Path.of("knowledge"))
                .library()
                .article("tokayev-interview-january-2022")
                .orElseThrow();
    }

    public Answer ask(String question) {
        return ask(Question.of(question));
    }

    public Answer ask(Question question) {
        return app.chatService()
                .ask("test", Optional.empty(), question, AnswerListener.NO_OP)
                .answer();
    }

    /** For a door of one's own. */
    public ChatService conversations() {
        return app.chatService();
    }

    public Library library() {
        return app.library();
    }

    /** Opens its doors, once it knows what to suggest. */
    public TestServer startServer() {
        TestServer server = TestServer.startWithOwnLinks(app);
        try {
            app.suggestedQuestions().await(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("pullquote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
