package pullquote.channel.console;

import java.util.concurrent.TimeUnit;
import pullquote.retrieval.Progress;

/** Tells on stderr how a long work goes on; what is done within two seconds passes in silence. */
public final class ProgressLine implements Progress {
    private static final long SILENT = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

    private final long start = System.nanoTime();
    private long last = start + SILENT - BETWEEN;

    @Override
    public void at(String work, int done, int all) {
        long now = System.nanoTime();
        if (now - last >= BETWEEN) {
            last = now;
            System.err.printf("%s: %,d of %,d%n", work, done, all);
        }
    }
}
