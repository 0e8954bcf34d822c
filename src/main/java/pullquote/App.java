package pullquote;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Answerer;
import pullquote.answer.Generator;
import pullquote.answer.NoAnswerPolicy;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.CorsPolicy;
import pullquote.channel.Links;
import pullquote.channel.http.Api;
import pullquote.channel.telegram.BotSettings;
import pullquote.channel.telegram.Telegram;
import pullquote.channel.telegram.inbox.InMemoryInbox;
import pullquote.channel.telegram.inbox.SqlInbox;
import pullquote.channel.telegram.inbox.UpdateInbox;
import pullquote.channel.web.Web;
import pullquote.conversation.ChatService;
import pullquote.conversation.QueryUnderstanding;
import pullquote.conversation.store.ConversationStore;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseUnavailableException;
import pullquote.conversation.store.FallbackConversationStore;
import pullquote.conversation.store.InMemoryConversationStore;
import pullquote.conversation.store.SqlConversationStore;
import pullquote.conversation.suggest.SuggestedQuestions;
import pullquote.extract.ExtractiveGenerator;
import pullquote.extract.ScopeClassifier;
import pullquote.llm.LlmFactory;
import pullquote.llm.LlmGenerator;
import pullquote.llm.LlmQueryTransformer;
import pullquote.llm.PromptBuilder;
import pullquote.query.ContextualRewriter;
import pullquote.query.DictionaryQueryTranslator;
import pullquote.query.QueryTranslator;
import pullquote.query.rewrite.LlmQueryRewriter;
import pullquote.query.rewrite.RuleBasedQueryRewriter;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.CrossLingualRetriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.OnnxEmbeddingModel;
import pullquote.retrieval.ProgressListener;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorCache;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.retrieval.rerank.OnnxReader;
import pullquote.verify.ClaimVerifier;

/** Wires the application's components together. */
public record App(
        Library library,
        ChatService chatService,
        SuggestedQuestions suggestedQuestions,
        Generator generator,
        ConversationStore store,
        UpdateInbox inbox,
        CorsPolicy cors,
        Optional<BotSettings> botSettings)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);
    private static final int MAX_CONCURRENT_LLM_ANSWERS = 100;

    /** Loads the articles and creates an application that keeps conversations in memory. */
    public static App build(Settings settings, ProgressListener progress) {
        return build(library(settings), settings, progress);
    }

    static App build(Library library, Settings settings, ProgressListener progress) {
        return build(library, settings, progress, Stores::inMemory);
    }

    /** Creates an application that keeps conversations in a database; the caller must close it. */
    static App buildPersistent(Settings settings, ProgressListener progress) {
        // The database and the articles are loaded in parallel.
        CompletableFuture<Stores> future = CompletableFuture.supplyAsync(() -> Stores.persistent(settings));
        return build(library(settings), settings, progress, () -> join(future));
    }

    private static App build(Library library, Settings settings, ProgressListener progress, Supplier<Stores> stores) {
        var bundled = new OnnxEmbeddingModel.LoadedModel(new MiniLmModel(), MiniLmModel.NAME);
        EmbeddingCache embeddings = loadEmbeddings(library, bundled, "vectors.bin", settings, progress);
        Optional<ExtractiveReader> reader =
                settings.isReaderEnabled() ? Optional.of(new OnnxReader()) : Optional.empty();
        Optional<EmbeddingCache> multilingual = customEmbeddings(settings)
                .map(model -> loadEmbeddings(library, model, "own-vectors.bin", settings, progress));
        var models = new EmbeddingModels(library, embeddings, multilingual);
        Retriever retriever = retriever(library, models, embeddings, multilingual);
        NoAnswerPolicy noAnswerPolicy = new ScopeClassifier(library, models);
        var extractive = new ExtractiveGenerator(library, embeddings, reader);

        Optional<PromptBuilder> prompts = settings.llm().map(llm -> PromptBuilder.load(settings.promptsDir()));
        Generator generator = settings.llm()
                .<Generator>map(llm -> new LlmGenerator(llm.name(), LlmFactory.client(llm), prompts.orElseThrow()))
                .orElse(extractive);
        var dictionary = new DictionaryQueryTranslator(library);
        Optional<LlmQueryTransformer> transformer = settings.llm()
                .map(llm ->
                        new LlmQueryTransformer(LlmFactory.client(llm), prompts.orElseThrow(), library, dictionary));
        ContextualRewriter rewriter =
                transformer.<ContextualRewriter>map(LlmQueryRewriter::new).orElseGet(RuleBasedQueryRewriter::new);
        QueryTranslator translator =
                transformer.<QueryTranslator>map(llm -> llm).orElse(dictionary);
        var understanding = new QueryUnderstanding(() -> library, rewriter, translator);

        var answerer = new Answerer(retriever, generator, extractive, new ClaimVerifier(), noAnswerPolicy);
        // Suggestions are checked without the LLM: there are many of them, and they must not cost anything.
        var suggestions = new SuggestedQuestions(
                library, new Answerer(retriever, extractive, extractive, new ClaimVerifier(), noAnswerPolicy));

        log.info("articles: {}, generator: {}", library.articles().size(), generator.name());
        Stores opened = stores.get();
        var conversations = new ChatService(answerer, understanding, opened.store, suggestions, Clock.systemUTC());
        return new App(
                library,
                conversations,
                suggestions,
                generator,
                opened.store,
                opened.inbox,
                settings.allowedOrigins(),
                settings.botSettings());
    }

    private static Library library(Settings settings) {
        KnowledgeFolder.Loaded knowledge = KnowledgeFolder.load(settings.knowledgeDir());
        knowledge.issues().forEach(issue -> log.warn("{}", issue));
        return knowledge.library();
    }

    private static Optional<OnnxEmbeddingModel.LoadedModel> customEmbeddings(Settings settings) {
        try {
            return settings.embeddingModel().map(OnnxEmbeddingModel::load);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new InvalidSettings("EMBEDDING_MODEL: " + e.getMessage());
        }
    }

    private static EmbeddingCache loadEmbeddings(
            Library library,
            OnnxEmbeddingModel.LoadedModel model,
            String file,
            Settings settings,
            ProgressListener progress) {
        var vectors = new VectorCache(settings.dataDir().resolve(file), model.name());
        return EmbeddingCache.build(library, model.model(), vectors, progress);
    }

    private static Retriever retriever(
            Library library, EmbeddingModels models, EmbeddingCache bundled, Optional<EmbeddingCache> multilingual) {
        var bm25 = new Bm25Retriever(library);
        Retriever monolingual = new HybridRetriever(new DenseRetriever(library, bundled), bm25, bundled::supports);
        return multilingual
                .<Retriever>map(model -> new CrossLingualRetriever(
                        models,
                        monolingual,
                        new HybridRetriever(new DenseRetriever(library, model), bm25, model::supports)))
                .orElse(monolingual);
    }

    /** Holds the stores for conversations and Telegram updates. */
    private record Stores(ConversationStore store, UpdateInbox inbox) {
        /** Creates stores whose contents are lost when the process ends. */
        static Stores inMemory() {
            return new Stores(new InMemoryConversationStore(), new InMemoryInbox());
        }

        static Stores persistent(Settings settings) {
            try {
                Database database = Database.open(settings.databaseAddress());
                return new Stores(
                        FallbackConversationStore.wrap(new SqlConversationStore(database), Clock.systemUTC()),
                        new SqlInbox(database));
            } catch (DatabaseUnavailableException e) {
                String setting = settings.configuredDatabase().isPresent() ? "DATABASE_URL" : "DATA_DIR";
                throw new InvalidSettings(setting + ": " + e.getMessage());
            }
        }
    }

    private static Stores join(CompletableFuture<Stores> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidSettings invalid ? invalid : e;
        }
    }

    @Override
    public void close() {
        suggestedQuestions.close();
        store.close();
    }

    /** Starts the server with all channels, and begins to generate suggestions. */
    public Server startServer(String host, int port, URI publicUrl) {
        var links = new Links(publicUrl);
        Optional<Telegram> telegram = botSettings.map(
                bot -> new Telegram(bot, chatService, () -> library, links, inbox, publicUrl, maxConcurrentAnswers()));
        Server server = startServer(host, port, cors, chatService, () -> library, links, generator, telegram);
        suggestedQuestions.start(); // in the background
        return server;
    }

    /**
     * Returns the maximum number of concurrent answers for messengers. Without an LLM answers use this machine's
     * processors, so one processor is left free for the other channels.
     */
    private int maxConcurrentAnswers() {
        boolean isRemote = generator instanceof LlmGenerator;
        return isRemote
                ? MAX_CONCURRENT_LLM_ANSWERS
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Starts the server with every channel. Add new channels here. */
    static Server startServer(
            String host,
            int port,
            CorsPolicy cors,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            Generator generator,
            Optional<Telegram> telegram) {
        var channels = new ArrayList<Channel>();
        channels.add(new Api(conversations, library, links, generator));
        channels.add(new Web(library, article -> telegram.flatMap(bot -> bot.deepLink(article))));
        telegram.ifPresent(channels::add);
        return Server.start(host, port, cors, channels);
    }
}
