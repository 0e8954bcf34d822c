package pullquote.channel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import pullquote.channel.HttpProblemException;

/** Limits concurrent questions, overall and per address. Each question uses a thread and possibly a paid LLM. */
final class ConcurrencyLimiter {
    private static final int RETRY_AFTER_SECONDS = 5;
    /** A single connection usually owns a whole IPv6 /64 network, so its addresses count as one. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final int maxPermits;
    private final int maxPermitsPerAddress;
    private final Map<String, Integer> permitsByAddressBlock = new HashMap<>();
    private int totalPermits;

    /**
     * @param max the maximum number of concurrent permits
     * @param maxPerAddress the maximum for one address block
     */
    ConcurrencyLimiter(int max, int maxPerAddress) {
        this.maxPermits = max;
        this.maxPermitsPerAddress = maxPerAddress;
    }

    /**
     * Acquires a permit without waiting.
     *
     * @param address the remote address of the connection, never one from a header, which clients can forge
     * @throws HttpProblemException if no permit is available, overall or for this address
     */
    Permit acquire(String address) {
        String block = addressBlock(address);
        reserve(block);
        var released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                release(block);
            }
        };
    }

    private synchronized void reserve(String block) {
        int used = permitsByAddressBlock.getOrDefault(block, 0);
        if (totalPermits == maxPermits || used == maxPermitsPerAddress) {
            throw HttpProblemException.serverBusy(RETRY_AFTER_SECONDS);
        }
        permitsByAddressBlock.put(block, used + 1);
        totalPermits++;
    }

    private synchronized void release(String block) {
        permitsByAddressBlock.computeIfPresent(block, (key, used) -> used == 1 ? null : used - 1);
        totalPermits--;
    }

    private static String addressBlock(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_PREFIX_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Must be closed when the answer is complete or abandoned. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
