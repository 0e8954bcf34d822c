package pullquote;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
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
import pullquote.conversation.SmallTalk;
import pullquote.conversation.store.ConversationStore;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseUnavailableException;
import pullquote.conversation.store.FallbackConversationStore;
import pullquote.conversation.store.InMemoryConversationStore;
import pullquote.conversation.store.SqlConversationStore;
import pullquote.conversation.suggest.SuggestedQuestions;
import pullquote.extract.DefaultNoAnswerPolicy;
import pullquote.extract.ExtractiveGenerator;
import pullquote.llm.LlmFactory;
import pullquote.llm.LlmGenerator;
import pullquote.llm.LlmQueryTransformer;
import pullquote.llm.PromptBuilder;
import pullquote.query.ContextualRewriter;
import pullquote.query.DictionaryQueryTranslator;
import pullquote.query.QueryTranslator;
import pullquote.query.Question;
import pullquote.query.rewrite.LlmQueryRewriter;
import pullquote.query.rewrite.RuleBasedQueryRewriter;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.OnnxEmbeddingModel;
import pullquote.retrieval.ProgressListener;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorCache;
import pullquote.retrieval.rerank.ExtractiveReader;
import pullquote.retrieval.rerank.OnnxReader;
import pullquote.verify.ClaimVerifier;

/** The whole application at a glance. */
public record App(
        Library library,
        ChatService conversations,
        SuggestedQuestions suggestions,
        Generator generator,
        ConversationStore store,
        UpdateInbox inbox,
        CorsPolicy cors,
        Optional<BotSettings> bot)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);
    private static final int MAX_CONCURRENT_LLM_ANSWERS = 100;

    /** Reads the articles and makes ready to answer from them; remembers no longer than it runs. */
    public static App build(Settings settings, ProgressListener progress) {
        return build(library(settings), settings, progress);
    }

    static App build(Library library, Settings settings, ProgressListener progress) {
        return build(library, settings, progress, Stores::inMemory);
    }

    /** The same with a memory that outlasts it, to be closed in the end. */
    static App serving(Settings settings, ProgressListener progress) {
        // Neither need wait for the other.
        CompletableFuture<Stores> kept = CompletableFuture.supplyAsync(() -> Stores.persistent(settings));
        return build(library(settings), settings, progress, () -> join(kept));
    }

    private static App build(Library library, Settings settings, ProgressListener progress, Supplier<Stores> keeping) {
        var bundled = new OnnxEmbeddingModel.Loaded(new MiniLmModel(), MiniLmModel.NAME);
        EmbeddingCache embeddings = embeddings(library, bundled, "vectors.bin", settings, progress);
        Optional<ExtractiveReader> reader =
                settings.isReaderEnabled() ? Optional.of(new OnnxReader()) : Optional.empty();
        Staff near = Staff.with(embeddings, library, reader);
        // What a sentence weighs was fitted with the bundled embeddings and with words: within a language others do
        // worse.
        Optional<EmbeddingCache> own = customEmbeddings(settings)
                .map(model -> embeddings(library, model, "own-vectors.bin", settings, progress));
        Optional<Staff> across = own.map(it -> Staff.with(it, library, reader));
        Predicate<Question> isAcross = question -> own.filter(it -> it.supports(question.detectedLanguage()))
                        .isPresent()
                && library.articles(question.articleId()).stream()
                        .noneMatch(article -> article.frontMatter().language().equals(question.detectedLanguage()));
        Optional<PromptBuilder> prompts = settings.llm().map(llm -> PromptBuilder.read(settings.promptsDir()));
        Optional<Generator> model =
                settings.llm().map(llm -> new LlmGenerator(llm.name(), LlmFactory.client(llm), prompts.orElseThrow()));
        Generator writer = model.orElse(near.writer);
        var glossary = new DictionaryQueryTranslator(library);
        Optional<LlmQueryTransformer> rewriter = settings.llm()
                .map(llm -> new LlmQueryTransformer(LlmFactory.client(llm), prompts.orElseThrow(), library, glossary));
        ContextualRewriter understanding =
                rewriter.<ContextualRewriter>map(LlmQueryRewriter::new).orElseGet(RuleBasedQueryRewriter::new);
        QueryTranslator translator = rewriter.<QueryTranslator>map(it -> it).orElse(glossary);
        var answerer = either(isAcross, near, across, it -> it.answerer(model.orElse(it.writer), translator));
        var suggester = either(isAcross, near, across, it -> it.answerer(it.writer, QueryTranslator.NONE));
        var suggestions = new SuggestedQuestions(library, suggester);

        log.info("articles: {}, writer: {}", library.articles().size(), writer.name());
        Stores kept = keeping.get();
        var smallTalk = new SmallTalk(() -> library);
        var conversations =
                new ChatService(answerer, understanding, kept.store, smallTalk, suggestions, Clock.systemUTC());
        return new App(
                library,
                conversations,
                suggestions,
                writer,
                kept.store,
                kept.inbox,
                settings.allowedOrigins(),
                settings.bot());
    }

    private static Library library(Settings settings) {
        KnowledgeFolder.Loaded knowledge = KnowledgeFolder.load(settings.knowledgeDir());
        knowledge.issues().forEach(fault -> log.warn("{}", fault));
        return knowledge.library();
    }

    private static Optional<OnnxEmbeddingModel.Loaded> customEmbeddings(Settings settings) {
        try {
            return settings.embeddingModel().map(OnnxEmbeddingModel::load);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new InvalidSettings("EMBEDDING_MODEL: " + e.getMessage());
        }
    }

    private static EmbeddingCache embeddings(
            Library library,
            OnnxEmbeddingModel.Loaded model,
            String file,
            Settings settings,
            ProgressListener progress) {
        var vectors = new VectorCache(settings.dataDir().resolve(file), model.name());
        return EmbeddingCache.build(library, model.model(), vectors, progress);
    }

    /** What finds and reads with the same embeddings. */
    private record Staff(Retriever retriever, Generator writer, NoAnswerPolicy refusal) {
        static Staff with(EmbeddingCache embeddings, Library library, Optional<ExtractiveReader> reader) {
            return new Staff(
                    new HybridRetriever(
                            new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports),
                    new ExtractiveGenerator(library, embeddings, reader),
                    new DefaultNoAnswerPolicy(library, embeddings));
        }

        Answerer answerer(Generator first, QueryTranslator translator) {
            return new Answerer(retriever, first, writer, new ClaimVerifier(), refusal, translator);
        }
    }

    private static Answerer either(
            Predicate<Question> isAcross, Staff near, Optional<Staff> across, Function<Staff, Answerer> answerer) {
        Answerer nearer = answerer.apply(near);
        return across.map(answerer)
                .map(other -> nearer.leaving(isAcross, other))
                .orElse(nearer);
    }

    /** Where things are kept. */
    private record Stores(ConversationStore store, UpdateInbox inbox) {
        /** As long as the process runs. */
        static Stores inMemory() {
            return new Stores(new InMemoryConversationStore(), new InMemoryInbox());
        }

        static Stores persistent(Settings settings) {
            try {
                Database database = Database.open(settings.database());
                return new Stores(
                        FallbackConversationStore.wrap(new SqlConversationStore(database), Clock.systemUTC()),
                        new SqlInbox(database));
            } catch (DatabaseUnavailableException e) {
                String setting = settings.configuredDatabase().isPresent() ? "DATABASE_URL" : "DATA_DIR";
                throw new InvalidSettings(setting + ": " + e.getMessage());
            }
        }
    }

    private static Stores join(CompletableFuture<Stores> kept) {
        try {
            return kept.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidSettings invalid ? invalid : e;
        }
    }

    @Override
    public void close() {
        suggestions.close();
        store.close();
    }

    /** Opens the doors. */
    public Server open(String host, int port, URI publicUrl) {
        var links = new Links(publicUrl);
        Optional<Telegram> telegram = bot.map(
                it -> new Telegram(it, conversations, () -> library, links, inbox, publicUrl, maxConcurrentAnswers()));
        Server server = open(host, port, cors, conversations, () -> library, links, generator, telegram);
        suggestions.start(); // nobody waits for them
        return server;
    }

    /**
     * As many answers as messengers have made at once. A model thinks elsewhere; but without one it is our processors that
     * work, and one of them is left to those who come in at the door.
     */
    private int maxConcurrentAnswers() {
        boolean isElsewhere = generator instanceof LlmGenerator;
        return isElsewhere
                ? MAX_CONCURRENT_LLM_ANSWERS
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Opens every door there is: a new channel is one line here. */
    static Server open(
            String host,
            int port,
            CorsPolicy origins,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            Generator writer,
            Optional<Telegram> telegram) {
        var doors = new ArrayList<Channel>();
        doors.add(new Api(conversations, library, links, writer));
        doors.add(new Web(library, article -> telegram.flatMap(there -> there.linkTo(article))));
        telegram.ifPresent(doors::add);
        return Server.open(host, port, origins, doors);
    }
}
