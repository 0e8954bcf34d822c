package pullquote;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where it starts: with what the environment and the command line say. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The tokenizer would look for a graphics card, and for its own library on the network.
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        if (args.length > 0) {
            // Who asks at the command line wants the answer and not our diary.
            System.setProperty("pullquote.log", "WARN");
        }
        // Some libraries have a diary of their own; here there is one.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Whatever the terminal says of itself: a "?" in place of "¶", or of every Cyrillic letter, helps nobody.
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exit = Cli.commandLine(System.getenv()).setOut(out).execute(args);
        if (exit != Cli.KEEP_RUNNING) {
            System.exit(exit);
        }
    }
}
