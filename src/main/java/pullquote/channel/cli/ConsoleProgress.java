package pullquote.channel.cli;

import java.util.concurrent.TimeUnit;
import pullquote.retrieval.ProgressListener;

/** Tells on stderr how a long work goes on; what is done within two seconds passes in silence. */
public final class ConsoleProgress implements ProgressListener {
    private static final long SILENT = TimeUnit.SECONDS.toNanos(2);
    private static final long UPDATE_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final long start = System.nanoTime();
    private long last = start + SILENT - UPDATE_INTERVAL;

    @Override
    public void onProgress(String work, int done, int all) {
        long now = System.nanoTime();
        if (now - last >= UPDATE_INTERVAL) {
            last = now;
            System.err.printf("%s: %,d of %,d%n", work, done, all);
        }
    }
}
