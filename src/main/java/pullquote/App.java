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
import pullquote.answer.HonestRefusal;
import pullquote.answer.Question;
import pullquote.answer.Refusal;
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
import pullquote.retrieval.Retriever;
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
        var bundled = new EmbeddingFiles.Loaded(new MiniLm(), MiniLm.NAME);
        Embeddings embeddings = embeddings(library, bundled, "vectors.bin", settings, progress);
        Optional<Reader> reader = settings.isReading() ? Optional.of(new SmallReader()) : Optional.empty();
        Staff near = Staff.with(embeddings, library, reader);
        // What a sentence weighs was fitted with the bundled embeddings and with words: within a language others do
        // worse.
        Optional<Embeddings> own =
                own(settings).map(model -> embeddings(library, model, "own-vectors.bin", settings, progress));
        Optional<Staff> across = own.map(it -> Staff.with(it, library, reader));
        Predicate<Question> isAcross =
                question -> own.filter(it -> it.know(question.writtenIn())).isPresent()
                        && library.articles(question.articleId()).stream()
                                .noneMatch(article -> article.about().language().equals(question.writtenIn()));
        Optional<Prompts> prompts = settings.llm().map(llm -> Prompts.read(settings.promptsDir()));
        Optional<Writer> model =
                settings.llm().map(llm -> new ModelWriter(llm.name(), Models.server(llm), prompts.orElseThrow()));
        Writer writer = model.orElse(near.writer);
        var glossary = new Glossary(library);
        Optional<ModelRewriter> rewriter = settings.llm()
                .map(llm -> new ModelRewriter(Models.server(llm), prompts.orElseThrow(), library, glossary));
        Understanding understanding = rewriter.<Understanding>map(ByModel::new).orElseGet(FollowUps::new);
        Translator translator = rewriter.<Translator>map(it -> it).orElse(glossary);
        var answerer = either(isAcross, near, across, it -> it.answerer(model.orElse(it.writer), translator));
        var suggester = either(isAcross, near, across, it -> it.answerer(it.writer, Translator.NONE));
        var suggestions = new Suggestions(library, suggester);

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

    private static Optional<EmbeddingFiles.Loaded> own(Settings settings) {
        try {
            return settings.givenEmbeddings().map(EmbeddingFiles::load);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new InvalidSettings("EMBEDDING_MODEL: " + e.getMessage());
        }
    }

    private static Embeddings embeddings(
            Library library, EmbeddingFiles.Loaded model, String file, Settings settings, Progress progress) {
        var vectors = new VectorFile(settings.dataDir().resolve(file), model.name());
        return Embeddings.of(library, model.model(), vectors, progress);
    }

    /** What finds and reads with the same embeddings. */
    private record Staff(Retriever retriever, Writer writer, Refusal refusal) {
        static Staff with(Embeddings embeddings, Library library, Optional<Reader> reader) {
            return new Staff(
                    new Fused(new ByMeaning(library, embeddings), new ByWords(library), embeddings::know),
                    new ExtractiveWriter(library, embeddings, reader),
                    new HonestRefusal(library, embeddings));
        }

        Answerer answerer(Writer first, Translator translator) {
            return new Answerer(retriever, first, writer, new StrictProof(), refusal, translator);
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
