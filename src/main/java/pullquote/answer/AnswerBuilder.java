package pullquote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pullquote.retrieval.Passage;

/** Collects the verified sentences of an answer and numbers their citations in order of first use. */
final class AnswerBuilder implements Generator.DraftSink {
    /** Matches sentences that start with a pronoun and therefore depend on the previous sentence. */
    private static final Pattern PRONOUN_START = Pattern.compile(
            "^(?:He|She|It(?! is reported)|They|This|These|That|Those|His|Her|Its|Their|Он|Она|Оно|Они|Это|Его|Её|Их|Ол|Олар"
                    + "|Бұл|Оның|Олардың)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Sentences for one draft. A draft that cites more has found no particular place. */
    private static final int MAX_REPLACEMENTS = 4;

    private final Verifier verifier;
    private final List<Passage> passages;
    private final AnswerListener listener;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Evidence, Citation> citations = new LinkedHashMap<>();
    private boolean hasDrafts;
    /** True if the previous draft was rejected. */
    private boolean previousRejected;

    private @Nullable RuntimeException listenerError;

    AnswerBuilder(Verifier verifier, List<Passage> passages, AnswerListener listener) {
        this.verifier = verifier;
        this.passages = passages;
        this.listener = listener;
    }

    @Override
    public void accept(DraftSentence draft) {
        if (listener.isCancelled()) {
            return;
        }
        hasDrafts = true;
        Optional<VerifiedSentence> verified = verify(draft);
        previousRejected = verified.isEmpty();
        if (verified.isPresent()) {
            addSentence(verified.get(), draft.answerSpan(), false);
        } else {
            citedSentences(draft).forEach(source -> addSentence(source, Optional.empty(), true));
        }
    }

    private Optional<VerifiedSentence> verify(DraftSentence draft) {
        boolean refersToRejected =
                previousRejected && PRONOUN_START.matcher(draft.text()).find();
        if (refersToRejected || MalformedText.isMalformed(draft.text()) && !isVerbatim(draft)) {
            return Optional.empty();
        }
        Optional<String> last = sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.get(sentences.size() - 1).text());
        return verifier.verify(draft.withPrevious(last), passages);
    }

    private static boolean isVerbatim(DraftSentence draft) {
        return draft.evidence().stream().anyMatch(one -> one.quote().equals(draft.text()));
    }

    /**
     * Returns the source sentences that stand in for a draft that could not be verified: those that it cited. The generator
     * has found the place, only its wording cannot be vouched for.
     */
    private static Stream<VerifiedSentence> citedSentences(DraftSentence draft) {
        return draft.evidence().stream()
                .filter(one -> one.article().sentences(one.paragraph()).contains(one.span()))
                .limit(MAX_REPLACEMENTS)
                .map(one -> new VerifiedSentence(one.quote(), List.of(one)));
    }

    @Override
    public boolean isCancelled() {
        return listener.isCancelled();
    }

    private void addSentence(VerifiedSentence verified, Optional<Evidence> answer, boolean isReplacement) {
        if (sentences.stream().anyMatch(sentence -> sentence.text().equals(verified.text()))) {
            return;
        }
        List<Citation> used = verified.evidence().stream()
                .distinct()
                .map(evidence -> cite(evidence, answer))
                .toList();
        var sentence = new Sentence(
                verified.text(),
                used.stream().map(Citation::number).toList(),
                verified.support(),
                isReplacement,
                verified.isTranslated());
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

    /** Returns true if the generator submitted any draft, accepted or not. */
    boolean hasDrafts() {
        return hasDrafts;
    }

    /** Returns true if the listener threw this exception, not the generator. */
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
