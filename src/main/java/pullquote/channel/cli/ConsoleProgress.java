package pullquote.channel.cli;

import java.util.concurrent.TimeUnit;
import pullquote.retrieval.ProgressListener;

/** Prints the progress of long tasks to stderr. Nothing is printed in the first two seconds. */
public final class ConsoleProgress implements ProgressListener {
    private static final long SILENT = TimeUnit.SECONDS.toNanos(2);
    private static final long UPDATE_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final long start = System.nanoTime();
    private long lastUpdate = start + SILENT - UPDATE_INTERVAL;

    @Override
    public void onProgress(String work, int done, int all) {
        long now = System.nanoTime();
        if (now - lastUpdate >= UPDATE_INTERVAL) {
            lastUpdate = now;
            System.err.printf("%s: %,d of %,d%n", work, done, all);
        }
    }
}
