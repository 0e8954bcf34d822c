package pullquote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.retrieval.Passage;

/** The answer as it grows: lets in only what is proved, and numbers citations by first use. */
final class AnswerBuilder implements Generator.DraftSink {
    /** Goes on from the sentence before: without that, nobody knows, or everybody is wrong about, who is meant. */
    private static final Pattern PRONOUN_START = Pattern.compile(
            "^(?:He|She|It(?! is reported)|They|This|These|That|Those|His|Her|Its|Their|Он|Она|Оно|Они|Это|Его|Её|Их|Ол|Олар"
                    + "|Бұл|Оның|Олардың)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Verifier verifier;
    private final List<Passage> passages;
    private final AnswerListener listener;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Evidence, Citation> citations = new LinkedHashMap<>();
    private boolean hasDrafts;
    /** Whether the sentence before the next one was not proved. */
    private boolean previousRejected;

    private @Nullable RuntimeException listenerError;

    AnswerBuilder(Verifier proof, List<Passage> passages, AnswerListener listener) {
        this.verifier = proof;
        this.passages = passages;
        this.listener = listener;
    }

    @Override
    public void accept(DraftSentence draft) {
        hasDrafts = true;
        Optional<String> last = sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.get(sentences.size() - 1).text());
        Optional<VerifiedSentence> proved =
                previousRejected && PRONOUN_START.matcher(draft.text()).find()
                        ? Optional.empty()
                        : verifier.verify(draft.withPrevious(last), passages);
        previousRejected = proved.isEmpty();
        proved.ifPresent(sentence -> addSentence(sentence, draft.answerSpan()));
    }

    @Override
    public boolean isCancelled() {
        return listener.isCancelled();
    }

    private void addSentence(VerifiedSentence proved, Optional<Evidence> answer) {
        if (sentences.stream().anyMatch(sentence -> sentence.text().equals(proved.text()))) {
            return;
        }
        List<Citation> used = proved.evidence().stream()
                .distinct()
                .map(evidence -> cite(evidence, answer))
                .toList();
        var sentence =
                new Sentence(proved.text(), used.stream().map(Citation::number).toList(), proved.isTranslated());
        sentences.add(sentence);
        try {
            listener.onSentence(sentence, used);
        } catch (RuntimeException e) {
            listenerError = e;
            throw e;
        }
    }

    private Citation cite(Evidence evidence, Optional<Evidence> answer) {
        return citations.computeIfAbsent(
                evidence,
                e -> new Citation(
                        citations.size() + 1, e, answer.filter(e::contains).map(Evidence::span)));
    }

    /** Whether anything was offered, good or bad. */
    boolean hasDrafts() {
        return hasDrafts;
    }

    /** Whether it was the listener that failed so, and not who writes here. */
    boolean isListenerError(RuntimeException e) {
        return e == listenerError;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }
}
