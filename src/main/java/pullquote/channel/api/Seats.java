package pullquote.channel.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import pullquote.channel.Rejection;

/** As many questions as are answered at once. Each holds a thread and maybe a paid model: there must be an end to it. */
final class Seats {
    private static final int RETRY_AFTER_SECONDS = 5;
    /** One household has as many IPv6 addresses as it likes, all of which begin with the same 64 bits. */
    private static final int HOUSEHOLD_BYTES = 8;

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int takenInAll;

    /** @param mostOfOne as many as one address may take */
    Seats(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Takes a seat.
     *
     * @param address of the connection, and not what a header says of it: that is written by whoever likes
     * @throws Rejection if all are taken, or all that one address may take
     */
    Seat take(String address) {
        String household = household(address);
        occupy(household);
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(household);
            }
        };
    }

    private synchronized void occupy(String household) {
        int ofOne = taken.getOrDefault(household, 0);
        if (takenInAll == most || ofOne == mostOfOne) {
            throw Rejection.busy(RETRY_AFTER_SECONDS);
        }
        taken.put(household, ofOne + 1);
        takenInAll++;
    }

    private synchronized void leave(String household) {
        taken.computeIfPresent(household, (of, ofOne) -> ofOne == 1 ? null : ofOne - 1);
        takenInAll--;
    }

    private static String household(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, HOUSEHOLD_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** To be left when the answer is there, or given up. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
