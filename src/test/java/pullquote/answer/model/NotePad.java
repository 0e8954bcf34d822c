package pullquote.answer.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import pullquote.answer.Draft;
import pullquote.answer.Writer;

/** A desk that keeps what is put on it. */
final class NotePad implements Writer.Desk {
    final List<Draft> drafts = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    volatile boolean abandoned;

    @Override
    public void put(Draft draft) {
        drafts.add(draft);
        threads.add(Thread.currentThread());
    }

    @Override
    public boolean isAbandoned() {
        return abandoned;
    }

    /** As in {@code Tokayev spoke. (1, 2)}: each sentence, and the paragraphs it rests on. */
    List<String> lines() {
        return drafts.stream()
                .map(draft -> draft.text()
                        + draft.evidence().stream()
                                .map(e -> String.valueOf(e.paragraph().number()))
                                .collect(Collectors.joining(", ", " (", ")")))
                .toList();
    }
}
