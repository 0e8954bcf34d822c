package pullquote;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pullquote.answer.AnswerListener;
import pullquote.channel.cli.AnswerPrinter;
import pullquote.channel.cli.ConsoleProgress;
import pullquote.eval.Evaluation;
import pullquote.llm.InvalidPrompt;
import pullquote.query.InvalidQuestion;
import pullquote.query.Question;

/** Defines the command line. Without a subcommand it starts the server. */
@Command(
        name = "pullquote",
        mixinStandardHelpOptions = true,
        version = "Pullquote 0.1.0",
        description = "Answers questions about news articles and quotes the sentences that support each answer."
                + " Without a command it starts the server. Configure it with environment variables; see README.md.")
final class Cli implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(Cli.class);
    /** Returned instead of an exit code while the server keeps running in its own threads. */
    static final int KEEP_RUNNING = -1;
    /** How long {@code ask} waits for suggested questions; it then answers without the missing ones. */
    private static final Duration SUGGESTION_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, String> env;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Cli(Map<String, String> env) {
        this.env = env;
    }

    static CommandLine commandLine(Map<String, String> env) {
        return new CommandLine(new Cli(env)).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof InvalidSettings
                    || failure instanceof InvalidPrompt
                    || failure instanceof InvalidQuestion
                    || failure instanceof Evaluation.InvalidFile) {
                line.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
    }

    /** Starts the server. */
    @Override
    public Integer call() {
        Settings settings = Settings.from(env);
        App app = App.buildPersistent(settings, new ConsoleProgress());
        int port = settings.port() == 0 ? findFreePort() : settings.port();
        Server server = startServer(app, settings, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, app), "stop"));
        log.info("Ready after {} ms: {}", ManagementFactory.getRuntimeMXBean().getUptime(), settings.publicUrl(port));
        return KEEP_RUNNING;
    }

    private static Server startServer(App app, Settings settings, int port) {
        try {
            return app.startServer(settings.host(), port, settings.publicUrl(port));
        } catch (InvalidSettings e) {
            app.close();
            throw e;
        }
    }

    private static void stop(Server server, App app) {
        server.close();
        app.close();
    }

    /** Returns a free port. Links contain the port, so it must be known before the server starts. */
    private static int findFreePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new InvalidSettings("PORT: no free port was found; set one");
        }
    }

    @Command(
            description = "Answers one question and shows the quotes that support the answer.",
            mixinStandardHelpOptions = true)
    int ask(
            @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "The question.") List<String> question,
            @Option(names = "--article", paramLabel = "ID", description = "Answer from this article only.")
                    Optional<String> article,
            @Option(names = "--language", paramLabel = "CODE", description = "Answer in this language, for example kk.")
                    Optional<String> language)
            throws InterruptedException {
        App app = App.build(Settings.from(env), new ConsoleProgress());
        article.filter(id -> app.library().article(id).isEmpty()).ifPresent(id -> {
            throw new CommandLine.ParameterException(spec.commandLine(), "No article with the id “" + id + "”.");
        });
        app.suggestedQuestions().start();
        app.suggestedQuestions().await(SUGGESTION_TIMEOUT);
        var asked = Question.of(String.join(" ", question), language, article);
        PrintWriter out = spec.commandLine().getOut();
        out.print(AnswerPrinter.format(
                app.chatService().ask(AnswerPrinter.CHANNEL, Optional.empty(), asked, AnswerListener.NO_OP)));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Asks the questions in files and scores the answers.", mixinStandardHelpOptions = true)
    int eval(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description =
                                    "Questions: JSON Lines, or an editors' question file next to an article, such as"
                                            + " knowledge/tea.questions.yml. Exits with an error if an editor's"
                                            + " question fails.")
                    List<Path> files) {
        App app = App.build(Settings.from(env), new ConsoleProgress());
        PrintWriter out = spec.commandLine().getOut();
        var report = new Evaluation(app.chatService(), app.library(), new ConsoleProgress()).of(files);
        out.print(report.text());
        out.flush();
        return report.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
