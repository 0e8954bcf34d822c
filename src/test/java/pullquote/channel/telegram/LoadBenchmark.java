package pullquote.channel.telegram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import pullquote.channel.telegram.FakeTelegram.Call;

/**
 * Two hundred updates at once, of twenty chats, to the embedded default with Telegram's own limits: how long the webhook
 * takes, and whether each is answered once and in order. README.md tells how to run it.
 */
public final class LoadBenchmark {
    private static final int CHATS = 20;
    private static final int RUSHES = 5;
    private static final List<String> QUESTIONS = List.of(
            "Who visited the detainees?",
            "How many people were killed in the January unrest?",
            "How many terms does Tokayev want to serve?",
            "Who asked the CSTO for help?",
            "Who won the football match?",
            "When was the interview published?",
            "What is planned for the parliament?",
            "Who trained the militants?",
            "Where were the detainees held?",
            "Thank you!");

    private LoadBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<String> expected = alone();
        // The first rush finds a server that has just been started, and is compiled while it works; the last a warm
        // one.
        try (TestBot bot = TestBot.overSeed(Limits.DEFAULT)) {
            for (int rush = 0; rush < RUSHES; rush++) {
                report(rush(bot, rush), bot.telegram, rush, expected);
            }
        }
        System.exit(0);
    }

    private static List<Long> rush(TestBot bot, int rush) throws Exception {
        // As Telegram does: over as many connections as it may use, and what is of one chat one after the other.
        var chats = new LinkedBlockingQueue<Chat>();
        for (int chat = 1; chat <= CHATS; chat++) {
            chats.add(new Chat(chat(rush, chat), QUESTIONS.iterator()));
        }
        var nanos = new ArrayList<Long>();
        var connections = Executors.newFixedThreadPool(bot.telegram.connections());
        Callable<List<Long>> connection = () -> bring(bot.telegram, chats);
        for (var times : connections.invokeAll(Collections.nCopies(bot.telegram.connections(), connection))) {
            nanos.addAll(times.get());
        }
        connections.shutdown();
        bot.telegram.await(all -> bot.mailbox.pending("telegram").isEmpty());
        return nanos;
    }

    private static long chat(int rush, int chat) {
        return 1_000L * (rush + 1) + chat;
    }

    /** What is answered if nobody else asks. */
    private static List<String> alone() throws Exception {
        try (TestBot bot = TestBot.overSeed()) {
            for (int i = 0; i < QUESTIONS.size(); i++) {
                bot.telegram.bring(bot.telegram.message(1, QUESTIONS.get(i)));
                bot.telegram.await(1, i + 1);
            }
            return bot.telegram.written(1).stream().map(Call::text).toList();
        }
    }

    /** Somebody who has a number of things to say. */
    private record Chat(long id, Iterator<String> questions) {}

    private static List<Long> bring(FakeTelegram telegram, Queue<Chat> chats) throws Exception {
        var nanos = new ArrayList<Long>();
        for (Chat chat = chats.poll(); chat != null; chat = chats.poll()) {
            String update = telegram.message(chat.id, chat.questions.next()).toString();
            long start = System.nanoTime();
            int status = telegram.bring(update, Optional.of(telegram.secret())).statusCode();
            nanos.add(System.nanoTime() - start);
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
            if (chat.questions.hasNext()) {
                chats.add(chat);
            }
        }
        return nanos;
    }

    private static void report(List<Long> nanos, FakeTelegram telegram, int rush, List<String> expected) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int rightly = 0;
        long closest = Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int chat = 1; chat <= CHATS; chat++) {
            List<Call> written = telegram.written(chat(rush, chat));
            rightly += written.stream().map(Call::text).toList().equals(expected) ? 1 : 0;
            long[] times = written.stream().mapToLong(Call::nanos).toArray();
            for (int i = 1; i < times.length; i++) {
                closest = Math.min(closest, times[i] - times[i - 1]);
            }
            first = Math.min(first, Arrays.stream(times).min().orElse(first));
            last = Math.max(last, Arrays.stream(times).max().orElse(last));
        }
        System.out.printf(
                Locale.ROOT,
                "Rush %d: %d updates; webhook, in ms: median %.1f, 99 %% below %.1f, at most %.1f%n"
                        + "  %d of %d chats: every update answered once, in order, as if alone;"
                        + " messages to one chat at least %.0f ms apart; all within %.1f s%n",
                rush + 1,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100 - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                rightly,
                CHATS,
                closest / 1e6,
                (last - first) / 1e9);
    }
}
