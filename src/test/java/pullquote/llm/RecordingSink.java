package pullquote.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import pullquote.answer.DraftSentence;
import pullquote.answer.Generator;

/** A desk that keeps what is put on it. */
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

    /** As in {@code Tokayev spoke. (1, 2)}: each sentence, and the paragraphs it rests on. */
    List<String> citedSentences() {
        return drafts.stream()
                .map(draft -> draft.text()
                        + draft.evidence().stream()
                                .map(e -> String.valueOf(e.paragraph().number()))
                                .collect(Collectors.joining(", ", " (", ")")))
                .toList();
    }
}
