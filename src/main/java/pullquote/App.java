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
import pullquote.answer.HonestRefusal;
import pullquote.answer.Translator;
import pullquote.answer.Writer;
import pullquote.answer.extractive.ExtractiveWriter;
import pullquote.answer.extractive.Glossary;
import pullquote.answer.model.ModelRewriter;
import pullquote.answer.model.ModelWriter;
import pullquote.answer.model.Prompts;
import pullquote.answer.proof.StrictProof;
import pullquote.answer.reading.Reader;
import pullquote.answer.reading.SmallReader;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.Links;
import pullquote.channel.Origins;
import pullquote.channel.api.Api;
import pullquote.channel.telegram.Bot;
import pullquote.channel.telegram.Telegram;
import pullquote.channel.web.Web;
import pullquote.conversation.Conversations;
import pullquote.conversation.Mailbox;
import pullquote.conversation.Memory;
import pullquote.conversation.ShortMailbox;
import pullquote.conversation.ShortMemory;
import pullquote.conversation.SmallTalk;
import pullquote.conversation.SteadyMemory;
import pullquote.conversation.Suggestions;
import pullquote.conversation.Understanding;
import pullquote.conversation.database.Database;
import pullquote.conversation.database.LongMailbox;
import pullquote.conversation.database.LongMemory;
import pullquote.conversation.database.UnusableDatabase;
import pullquote.conversation.followup.ByModel;
import pullquote.conversation.followup.FollowUps;
import pullquote.retrieval.ByMeaning;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.EmbeddingFiles;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Fused;
import pullquote.retrieval.MiniLm;
import pullquote.retrieval.Progress;
import pullquote.retrieval.VectorFile;

/** The whole application at a glance. */
record App(
        Library library,
        Conversations conversations,
        Suggestions suggestions,
        Writer writer,
        Memory memory,
        Mailbox mailbox,
        Origins origins,
        Optional<Bot> bot)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);
    private static final int ELSEWHERE_AT_ONCE = 100;

    /** Reads the articles and makes ready to answer from them; remembers no longer than it runs. */
    static App build(Settings settings, Progress progress) {
        return build(library(settings), settings, progress);
    }

    static App build(Library library, Settings settings, Progress progress) {
        return build(library, settings, progress, Kept::forNow);
    }

    /** The same with a memory that outlasts it, to be closed in the end. */
    static App serving(Settings settings, Progress progress) {
        // Neither need wait for the other.
        CompletableFuture<Kept> kept = CompletableFuture.supplyAsync(() -> Kept.forLong(settings));
        return build(library(settings), settings, progress, () -> opened(kept));
    }

    private static App build(Library library, Settings settings, Progress progress, Supplier<Kept> keeping) {
        EmbeddingFiles.Loaded embedder = embeddingModel(settings);
        var vectors = new VectorFile(settings.dataDir().resolve("vectors.bin"), embedder.name());
        var embeddings = Embeddings.of(library, embedder.model(), vectors, progress);
        var retriever = new Fused(new ByMeaning(library, embeddings), new ByWords(library), embeddings::know);
        Optional<Reader> reader = settings.isReading() ? Optional.of(new SmallReader()) : Optional.empty();
        var extractive = new ExtractiveWriter(library, embeddings, reader);
        Optional<Prompts> prompts = settings.llm().map(llm -> Prompts.read(settings.promptsDir()));
        Writer writer = settings.llm()
                .<Writer>map(llm -> new ModelWriter(llm.name(), Models.server(llm), prompts.orElseThrow()))
                .orElse(extractive);
        var glossary = new Glossary(library);
        Optional<ModelRewriter> rewriter = settings.llm()
                .map(llm -> new ModelRewriter(Models.server(llm), prompts.orElseThrow(), library, glossary));
        Understanding understanding = rewriter.<Understanding>map(ByModel::new).orElseGet(FollowUps::new);
        Translator translator = rewriter.<Translator>map(model -> model).orElse(glossary);
        var proof = new StrictProof();
        var refusal = new HonestRefusal(library, embeddings);
        var answerer = new Answerer(retriever, writer, extractive, proof, refusal, translator);
        var suggestions = new Suggestions(library, new Answerer(retriever, extractive, extractive, proof, refusal));

        log.info("articles: {}, writer: {}", library.articles().size(), writer.name());
        Kept kept = keeping.get();
        var smallTalk = new SmallTalk(() -> library);
        var conversations =
                new Conversations(answerer, understanding, kept.memory, smallTalk, suggestions, Clock.systemUTC());
        return new App(
                library,
                conversations,
                suggestions,
                writer,
                kept.memory,
                kept.mailbox,
                settings.allowedOrigins(),
                settings.bot());
    }

    private static Library library(Settings settings) {
        KnowledgeFolder.Loaded knowledge = KnowledgeFolder.load(settings.knowledgeDir());
        knowledge.faults().forEach(fault -> log.warn("{}", fault));
        return knowledge.library();
    }

    private static EmbeddingFiles.Loaded embeddingModel(Settings settings) {
        if (settings.givenEmbeddings().isEmpty()) {
            return new EmbeddingFiles.Loaded(new MiniLm(), MiniLm.NAME);
        }
        try {
            return settings.givenEmbeddings().get().load();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new InvalidSettings("EMBEDDING_MODEL: " + e.getMessage());
        }
    }

    /** Where things are kept. */
    private record Kept(Memory memory, Mailbox mailbox) {
        /** As long as the process runs. */
        static Kept forNow() {
            return new Kept(new ShortMemory(), new ShortMailbox());
        }

        static Kept forLong(Settings settings) {
            try {
                Database database = Database.open(settings.database());
                return new Kept(
                        SteadyMemory.over(new LongMemory(database), Clock.systemUTC()), new LongMailbox(database));
            } catch (UnusableDatabase e) {
                String setting = settings.givenDatabase().isPresent() ? "DATABASE_URL" : "DATA_DIR";
                throw new InvalidSettings(setting + ": " + e.getMessage());
            }
        }
    }

    private static Kept opened(CompletableFuture<Kept> kept) {
        try {
            return kept.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidSettings invalid ? invalid : e;
        }
    }

    @Override
    public void close() {
        suggestions.close();
        memory.close();
    }

    /** Opens the doors. */
    Server open(String host, int port, URI publicUrl) {
        var links = new Links(publicUrl);
        Optional<Telegram> telegram =
                bot.map(it -> new Telegram(it, conversations, () -> library, links, mailbox, publicUrl, atOnce()));
        Server server = open(host, port, origins, conversations, () -> library, links, writer, telegram);
        suggestions.prepare(); // nobody waits for them
        return server;
    }

    /**
     * As many answers as messengers have made at once. A model thinks elsewhere; but without one it is our processors that
     * work, and one of them is left to those who come in at the door.
     */
    private int atOnce() {
        boolean isElsewhere = writer instanceof ModelWriter;
        return isElsewhere
                ? ELSEWHERE_AT_ONCE
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Opens every door there is: a new channel is one line here. */
    static Server open(
            String host,
            int port,
            Origins origins,
            Conversations conversations,
            Supplier<Library> library,
            Links links,
            Writer writer,
            Optional<Telegram> telegram) {
        var doors = new ArrayList<Channel>();
        doors.add(new Api(conversations, library, links, writer));
        doors.add(new Web(library, article -> telegram.flatMap(there -> there.linkTo(article))));
        telegram.ifPresent(doors::add);
        return Server.open(host, port, origins, doors);
    }
}
