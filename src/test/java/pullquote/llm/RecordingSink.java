package pullquote.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import pullquote.answer.DraftSentence;
import pullquote.answer.Generator;

/** Records the drafts that it receives. */
final class RecordingSink implements Generator.DraftSink {
    final List<DraftSentence> drafts = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    volatile boolean cancelled;

    @Override
    public void accept(DraftSentence draft) {
        drafts.add(draft);
        threads.add(Thread.currentThread());
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Returns each sentence with the numbers of its cited paragraphs, for example {@code Tokayev spoke. (1, 2)}. */
    List<String> citedSentences() {
        return drafts.stream()
                .map(draft -> draft.text()
                        + draft.evidence().stream()
                                .map(e -> String.valueOf(e.paragraph().number()))
                                .collect(Collectors.joining(", ", " (", ")")))
                .toList();
    }
}
