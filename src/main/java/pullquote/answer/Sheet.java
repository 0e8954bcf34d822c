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
final class Sheet implements Writer.Desk {
    /** Goes on from the sentence before: without that, nobody knows, or everybody is wrong about, who is meant. */
    private static final Pattern REFERRING = Pattern.compile(
            "^(?:He|She|It(?! is reported)|They|This|These|That|Those|His|Her|Its|Their|Он|Она|Оно|Они|Это|Его|Её|Их|Ол|Олар"
                    + "|Бұл|Оның|Олардың)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Proof proof;
    private final List<Passage> passages;
    private final AnswerListener listener;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Evidence, Citation> citations = new LinkedHashMap<>();
    private boolean drafted;
    /** Whether the sentence before the next one was not proved. */
    private boolean lost;

    private @Nullable RuntimeException fault;

    Sheet(Proof proof, List<Passage> passages, AnswerListener listener) {
        this.proof = proof;
        this.passages = passages;
        this.listener = listener;
    }

    @Override
    public void put(Draft draft) {
        drafted = true;
        Optional<String> last = sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.get(sentences.size() - 1).text());
        Optional<Proved> proved = lost && REFERRING.matcher(draft.text()).find()
                ? Optional.empty()
                : proof.prove(draft.after(last), passages);
        lost = proved.isEmpty();
        proved.ifPresent(sentence -> add(sentence, draft.answer()));
    }

    @Override
    public boolean isAbandoned() {
        return listener.isGone();
    }

    private void add(Proved proved, Optional<Evidence> answer) {
        if (sentences.stream().anyMatch(sentence -> sentence.text().equals(proved.text()))) {
            return;
        }
        List<Citation> used = proved.evidence().stream()
                .distinct()
                .map(evidence -> number(evidence, answer))
                .toList();
        var sentence =
                new Sentence(proved.text(), used.stream().map(Citation::number).toList(), proved.isTranslation());
        sentences.add(sentence);
        try {
            listener.sentence(sentence, used);
        } catch (RuntimeException e) {
            fault = e;
            throw e;
        }
    }

    private Citation number(Evidence evidence, Optional<Evidence> answer) {
        return citations.computeIfAbsent(
                evidence,
                e -> new Citation(
                        citations.size() + 1, e, answer.filter(e::holds).map(Evidence::span)));
    }

    /** Whether anything was offered, good or bad. */
    boolean isDrafted() {
        return drafted;
    }

    /** Whether it was the listener that failed so, and not who writes here. */
    boolean isFaultOfListener(RuntimeException e) {
        return e == fault;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }
}
