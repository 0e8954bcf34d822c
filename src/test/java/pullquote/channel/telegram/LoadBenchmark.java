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
 * Sends 200 updates from 20 chats at once to the default product with Telegram's own limits. Measures the response time
 * of the webhook and checks that each update is answered once and in order. {@code src/site/markdown/evaluation.md}
 * shows how to run it.
 */
public final class LoadBenchmark {
    private static final int CHAT_COUNT = 20;
    private static final int ROUNDS = 5;
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
        List<String> expected = answersWithoutLoad();
        // The first round runs on a cold JVM, the later ones on a warm one.
        try (TestBot bot = TestBot.startWithSeedArticle(Limits.DEFAULT)) {
            for (int round = 0; round < ROUNDS; round++) {
                report(runRound(bot, round), bot.telegram, round, expected);
            }
        }
        System.exit(0);
    }

    private static List<Long> runRound(TestBot bot, int round) throws Exception {
        // As Telegram does: uses all allowed connections, but sends the updates of a chat one at a time.
        var chats = new LinkedBlockingQueue<SimulatedChat>();
        for (int chat = 1; chat <= CHAT_COUNT; chat++) {
            chats.add(new SimulatedChat(chatId(round, chat), QUESTIONS.iterator()));
        }
        var nanos = new ArrayList<Long>();
        var connections = Executors.newFixedThreadPool(bot.telegram.maxConnections());
        Callable<List<Long>> connection = () -> deliverUpdates(bot.telegram, chats);
        for (var times : connections.invokeAll(Collections.nCopies(bot.telegram.maxConnections(), connection))) {
            nanos.addAll(times.get());
        }
        connections.shutdown();
        bot.telegram.await(all -> bot.inbox.pending("telegram").isEmpty());
        return nanos;
    }

    private static long chatId(int round, int chat) {
        return 1_000L * (round + 1) + chat;
    }

    /** Returns the answers to the questions without load. */
    private static List<String> answersWithoutLoad() throws Exception {
        try (TestBot bot = TestBot.startWithSeedArticle()) {
            for (int i = 0; i < QUESTIONS.size(); i++) {
                bot.telegram.deliver(bot.telegram.message(1, QUESTIONS.get(i)));
                bot.telegram.await(1, i + 1);
            }
            return bot.telegram.written(1).stream().map(Call::text).toList();
        }
    }

    /** Represents a chat and its remaining questions. */
    private record SimulatedChat(long id, Iterator<String> questions) {}

    private static List<Long> deliverUpdates(FakeTelegram telegram, Queue<SimulatedChat> chats) throws Exception {
        var nanos = new ArrayList<Long>();
        for (SimulatedChat chat = chats.poll(); chat != null; chat = chats.poll()) {
            String update = telegram.message(chat.id, chat.questions.next()).toString();
            long start = System.nanoTime();
            int status =
                    telegram.deliver(update, Optional.of(telegram.secret())).statusCode();
            nanos.add(System.nanoTime() - start);
            if (status != 200) {
                throw new IllegalStateException("Webhook returned status " + status);
            }
            if (chat.questions.hasNext()) {
                chats.add(chat);
            }
        }
        return nanos;
    }

    private static void report(List<Long> nanos, FakeTelegram telegram, int round, List<String> expected) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int correct = 0;
        long minInterval = Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int chat = 1; chat <= CHAT_COUNT; chat++) {
            List<Call> written = telegram.written(chatId(round, chat));
            correct += written.stream().map(Call::text).toList().equals(expected) ? 1 : 0;
            long[] times = written.stream().mapToLong(Call::nanos).toArray();
            for (int i = 1; i < times.length; i++) {
                minInterval = Math.min(minInterval, times[i] - times[i - 1]);
            }
            first = Math.min(first, Arrays.stream(times).min().orElse(first));
            last = Math.max(last, Arrays.stream(times).max().orElse(last));
        }
        System.out.printf(
                Locale.ROOT,
                "Round %d: %d updates; webhook, in ms: median %.1f, 99 %% below %.1f, maximum %.1f%n"
                        + "  %d of %d chats: every update answered once, in order, as without load;"
                        + " messages to one chat at least %.0f ms apart; all within %.1f s%n",
                round + 1,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100 - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                correct,
                CHAT_COUNT,
                minInterval / 1e6,
                (last - first) / 1e9);
    }
}
