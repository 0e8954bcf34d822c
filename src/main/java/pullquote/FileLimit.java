package pullquote;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Checks how many files and connections the system allows the process to have open. */
final class FileLimit {
    /**
     * Allows 200 concurrent questions with an LLM connection each, as many rejected requests, and the server's own
     * files.
     */
    private static final long RECOMMENDED = 1_000;

    private FileLimit() {}

    /** Returns the current limit, or {@link Long#MAX_VALUE} if it is unknown. */
    static long current() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** Returns a warning for operators if the limit is too low. */
    static Optional<String> warning(long allowed) {
        return allowed >= RECOMMENDED
                ? Optional.empty()
                : Optional.of("Only " + allowed + " files and connections may be open at once, which is too few under"
                        + " load. Raise the limit to at least " + RECOMMENDED + " (ulimit -n " + RECOMMENDED + ").");
    }
}
