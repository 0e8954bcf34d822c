package pullquote.channel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import pullquote.channel.HttpProblemException;

/** As many questions as are answered at once. Each holds a thread and maybe a paid model: there must be an end to it. */
final class ConcurrencyLimiter {
    private static final int RETRY_AFTER_SECONDS = 5;
    /** One household has as many IPv6 addresses as it likes, all of which begin with the same 64 bits. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final int max;
    private final int maxPerAddress;
    private final Map<String, Integer> inUse = new HashMap<>();
    private int inUseTotal;

    /** @param mostOfOne as many as one address may take */
    ConcurrencyLimiter(int most, int mostOfOne) {
        this.max = most;
        this.maxPerAddress = mostOfOne;
    }

    /**
     * Takes a seat.
     *
     * @param address of the connection, and not what a header says of it: that is written by whoever likes
     * @throws HttpProblemException if all are taken, or all that one address may take
     */
    Permit acquire(String address) {
        String household = addressBlock(address);
        increment(household);
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                release(household);
            }
        };
    }

    private synchronized void increment(String household) {
        int ofOne = inUse.getOrDefault(household, 0);
        if (inUseTotal == max || ofOne == maxPerAddress) {
            throw HttpProblemException.busy(RETRY_AFTER_SECONDS);
        }
        inUse.put(household, ofOne + 1);
        inUseTotal++;
    }

    private synchronized void release(String household) {
        inUse.computeIfPresent(household, (of, ofOne) -> ofOne == 1 ? null : ofOne - 1);
        inUseTotal--;
    }

    private static String addressBlock(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_PREFIX_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** To be left when the answer is there, or given up. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
