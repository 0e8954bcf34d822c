package pullquote.verify;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.answer.VerifiedSentence;
import pullquote.answer.Verifier;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.retrieval.Passage;
import pullquote.text.LanguageDetector;
import pullquote.text.Span;

/**
 * Verifies drafted sentences against the articles, whatever the generator claims. A sentence that is in an article,
 * character by character, is verified. Any other must be supported by one source sentence, first of the cited
 * paragraphs, then of all passages; {@link ClaimRule} has the rules. Two facts from two sentences are not combined,
 * because their combination can be false. Only parts joined by "and" or similar may each have their own source.
 */
public final class ClaimVerifier implements Verifier {
    private static final Pattern CONJUNCTION =
            Pattern.compile("[,;]?\\s+(?:and|but|while|whereas)\\s+(?:that\\s+)?|;\\s+");

    private static final Pattern OPENING_PRONOUN = Pattern.compile("^(?:He|She|His|Her)\\b");

    /**
     * Time for one sentence. A sentence of ordinary length takes a few milliseconds; one that is not verified in this time
     * counts as not supported.
     */
    private static final Duration MAX_DURATION = Duration.ofMillis(100);

    private final Map<Article, AnalyzedArticle> analyzedArticles = Collections.synchronizedMap(new WeakHashMap<>());
    private final TranslationVerifier translationVerifier = new TranslationVerifier(this::analyzedArticle);

    @Override
    public Optional<VerifiedSentence> verify(DraftSentence draft, List<Passage> passages) {
        var deadline = new Deadline(System.nanoTime() + MAX_DURATION.toNanos());
        List<Evidence> named = draft.evidence().stream()
                .flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()))
                .distinct()
                .toList();
        return findVerbatim(draft, Stream.concat(draft.evidence().stream(), named.stream()))
                .or(() -> findVerbatim(draft, passageSentences(passages)))
                .or(() -> findSupport(draft.text(), named, deadline))
                .or(() -> findSupport(draft.text(), passageSentences(passages).toList(), deadline))
                .filter(evidence -> isReferenceConsistent(draft, evidence))
                .map(evidence -> new VerifiedSentence(draft.text(), evidence));
    }

    /**
     * Returns true if an opening pronoun has the same referent in the draft as in its evidence: the person named last.
     */
    private boolean isReferenceConsistent(DraftSentence draft, List<Evidence> evidence) {
        if (draft.previous().isEmpty() || !OPENING_PRONOUN.matcher(draft.text()).find()) {
            return true;
        }
        AnalyzedArticle reading = analyzedArticle(evidence.get(0));
        if (reading.isPrecededBy(evidence.get(0), draft.previous().get())) {
            return true;
        }
        Set<String> named =
                AnalyzedSentence.of(draft.previous().get(), reading.entities()).people();
        Set<String> meant = Stream.concat(
                        people(evidence).stream(),
                        evidence.stream()
                                .flatMap(one -> analyzedArticle(one).findAntecedent(one).stream())
                                .flatMap(one -> people(List.of(one)).stream()))
                .collect(Collectors.toSet());
        return named.isEmpty() || meant.isEmpty() || !Collections.disjoint(named, meant);
    }

    private static Stream<Evidence> passageSentences(List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    private static Optional<List<Evidence>> findVerbatim(DraftSentence draft, Stream<Evidence> all) {
        return all.filter(evidence -> evidence.quote().equals(draft.text()))
                .filter(ClaimVerifier::isWholeSentence)
                .findFirst()
                .map(List::of);
    }

    /** Half a sentence can say the opposite of the whole one. */
    private static boolean isWholeSentence(Evidence evidence) {
        List<Span> sentences = evidence.article().sentences(evidence.paragraph());
        return sentences.stream().anyMatch(one -> one.start() == evidence.span().start())
                && sentences.stream()
                        .anyMatch(one -> one.end() == evidence.span().end());
    }

    private Optional<List<Evidence>> findSupport(String text, List<Evidence> all, Deadline deadline) {
        // Only English sentences can be analysed.
        List<Evidence> sentences = all.stream()
                .filter(one -> one.article().frontMatter().language().equals("en"))
                .toList();
        String language = LanguageDetector.detect(text);
        if (!language.equals("en")) {
            return translationVerifier.findSupport(text, language, sentences);
        }
        return findSingleSentenceSupport(text, sentences, deadline)
                .or(() -> findConjunctSupport(text, sentences, deadline));
    }

    private AnalyzedArticle analyzedArticle(Evidence of) {
        return analyzedArticles.computeIfAbsent(of.article(), AnalyzedArticle::new);
    }

    private Optional<List<Evidence>> findSingleSentenceSupport(
            String text, List<Evidence> sentences, Deadline deadline) {
        var claims = new ClaimCache(text, new IdentityHashMap<>());
        Optional<List<Evidence>> one = sentences.stream()
                .filter(sentence -> deadline.isOpen() && isSupported(claims, sentence, Set.of()))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of);
        return one.or(() -> sentences.stream()
                .takeWhile(sentence -> deadline.isOpen())
                .flatMap(sentence -> findSupportWithAntecedent(claims, sentence).stream())
                .findFirst());
    }

    private boolean isSupported(ClaimCache claims, Evidence sentence, Set<String> meant) {
        AnalyzedArticle reading = analyzedArticle(sentence);
        return claims.forEntities(reading.entities()).isSupportedBy(reading.analyze(sentence), meant);
    }

    /** A drafted sentence, analysed once for each article. */
    private record ClaimCache(String text, Map<EntityIndex, AnalyzedSentence> byEntities) {
        AnalyzedSentence forEntities(EntityIndex cast) {
            return byEntities.computeIfAbsent(cast, known -> AnalyzedSentence.of(text, known));
        }
    }

    /** Looks for support by a sentence whose pronoun is resolved by an earlier sentence. */
    private Optional<List<Evidence>> findSupportWithAntecedent(ClaimCache claims, Evidence sentence) {
        AnalyzedArticle reading = analyzedArticle(sentence);
        return reading.findAntecedent(sentence)
                .filter(before -> isSupported(claims, sentence, reading.referents(before, sentence)))
                .map(before -> List.of(before, sentence));
    }

    private Optional<List<Evidence>> findConjunctSupport(String text, List<Evidence> sentences, Deadline deadline) {
        for (MatchResult joint : CONJUNCTION.matcher(text).results().toList()) {
            if (!deadline.isOpen()) {
                break;
            }
            AnalyzedSentence first = AnalyzedSentence.of(text.substring(0, joint.start()), EntityIndex.EMPTY);
            AnalyzedSentence second =
                    AnalyzedSentence.of(first.reportingClause() + text.substring(joint.end()), EntityIndex.EMPTY);
            Optional<List<Evidence>> one = findSingleSentenceSupport(first.text(), sentences, deadline);
            Optional<List<Evidence>> other = one.flatMap(found -> findSingleSentenceSupport(
                            second.text(), sentences, deadline)
                    .or(() -> findSingleSentenceSupport(capitalize(text.substring(joint.end())), sentences, deadline))
                    .or(() -> findSingleSentenceSupport(
                            first.subjectText() + text.substring(joint.end()), sentences, deadline))
                    .filter(next -> hasSameSubject(second, found, next)));
            if (other.isPresent()) {
                return Optional.of(Stream.of(one.get(), other.get())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
            }
        }
        return Optional.empty();
    }

    /**
     * A second part without its own subject continues the first one, so their sources must be in one paragraph or share
     * a person.
     */
    private boolean hasSameSubject(AnalyzedSentence second, List<Evidence> one, List<Evidence> other) {
        return second.predicateArguments().hasOwnSubject()
                || one.stream().anyMatch(before -> other.stream().anyMatch(next -> isSameParagraph(before, next)))
                || !Collections.disjoint(people(one), people(other));
    }

    private static boolean isSameParagraph(Evidence one, Evidence other) {
        return one.article() == other.article() && one.paragraph().equals(other.paragraph());
    }

    private Set<String> people(List<Evidence> evidence) {
        return evidence.stream()
                .flatMap(one -> analyzedArticle(one).analyze(one).people().stream())
                .collect(Collectors.toSet());
    }

    private static String capitalize(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** @param endNanos the {@link System#nanoTime} after which no further evidence is compared */
    private record Deadline(long endNanos) {
        boolean isOpen() {
            return endNanos - System.nanoTime() > 0;
        }
    }
}
