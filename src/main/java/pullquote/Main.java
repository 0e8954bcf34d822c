package pullquote;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the application. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Keeps the tokenizer from looking for a GPU and from downloading its native library.
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        if (args.length > 0) {
            // CLI commands log warnings only.
            System.setProperty("pullquote.log", "WARN");
        }
        // Sends java.util.logging output of libraries to the same log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Always UTF-8: with another default charset, “¶” and all Cyrillic letters would print as “?”.
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exit = Cli.commandLine(System.getenv()).setOut(out).execute(args);
        if (exit != Cli.KEEP_RUNNING) {
            System.exit(exit);
        }
    }
}
