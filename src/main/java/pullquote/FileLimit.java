package pullquote;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** How many files, connections among them, the system lets us hold open at once. */
final class FileLimit {
    /** 200 readers, each with a model's line behind him, as many again who are sent away, and what the server itself reads. */
    private static final long RECOMMENDED = 1_000;

    private FileLimit() {}

    /** What the system says, or {@link Long#MAX_VALUE} where it doesn't. */
    static long current() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** What those who run the server should know and do if it is too few. */
    static Optional<String> warning(long allowed) {
        return allowed >= RECOMMENDED
                ? Optional.empty()
                : Optional.of("Only " + allowed + " files may be open at once, connections included: too few for a full"
                        + " house. Raise the limit to " + RECOMMENDED + " or more (ulimit -n).");
    }
}
