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
 * Verifies drafted sentences against the articles, whatever the generator claims. A verbatim sentence of an article is
 * verified. Any other sentence needs one source sentence that supports it by the rules of {@link ClaimRule}. The cited
 * paragraphs are searched first, then all passages. Facts from two sentences are not combined, because their
 * combination can be false. Only parts joined by "and" or a similar conjunction may each have their own source.
 */
public final class ClaimVerifier implements Verifier {
    private static final Pattern CONJUNCTION =
            Pattern.compile("[,;]?\\s+(?:and|but|while|whereas)\\s+(?:that\\s+)?|;\\s+");

    private static final Pattern OPENING_PRONOUN = Pattern.compile("^(?:He|She|His|Her)\\b");

    /**
     * Time limit for one English draft sentence. Sentences of ordinary length take a few milliseconds. If no support is
     * found in this time, the sentence is rejected.
     */
    private static final Duration MAX_DURATION = Duration.ofMillis(100);

    private final Map<Article, AnalyzedArticle> analyzedArticles = Collections.synchronizedMap(new WeakHashMap<>());
    private final TranslationVerifier translationVerifier = new TranslationVerifier(this::analyzedArticle);

    @Override
    public Optional<VerifiedSentence> verify(DraftSentence draft, List<Passage> passages) {
        var deadline = new Deadline(System.nanoTime() + MAX_DURATION.toNanos());
        List<Evidence> cited = draft.evidence().stream()
                .flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()))
                .distinct()
                .toList();
        return findVerbatim(draft, Stream.concat(draft.evidence().stream(), cited.stream()))
                .or(() -> findVerbatim(draft, passageSentences(passages)))
                .or(() -> findSupport(draft.text(), cited, deadline))
                .or(() -> findSupport(draft.text(), passageSentences(passages).toList(), deadline))
                .filter(evidence -> isReferenceConsistent(draft, evidence))
                .map(evidence -> new VerifiedSentence(draft.text(), evidence));
    }

    /**
     * Returns true unless an opening pronoun refers to different people in the draft and in its evidence. In the draft,
     * it refers to the people of the previous sentence.
     */
    private boolean isReferenceConsistent(DraftSentence draft, List<Evidence> evidence) {
        if (draft.previous().isEmpty() || !OPENING_PRONOUN.matcher(draft.text()).find()) {
            return true;
        }
        AnalyzedArticle analyzed = analyzedArticle(evidence.get(0));
        if (analyzed.isPrecededBy(evidence.get(0), draft.previous().get())) {
            return true;
        }
        Set<String> peopleInDraft =
                AnalyzedSentence.of(draft.previous().get(), analyzed.entities()).people();
        Set<String> peopleInEvidence = Stream.concat(
                        people(evidence).stream(),
                        evidence.stream()
                                .flatMap(one -> analyzedArticle(one).findAntecedent(one).stream())
                                .flatMap(one -> people(List.of(one)).stream()))
                .collect(Collectors.toSet());
        return peopleInDraft.isEmpty()
                || peopleInEvidence.isEmpty()
                || !Collections.disjoint(peopleInDraft, peopleInEvidence);
    }

    private static Stream<Evidence> passageSentences(List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    private static Optional<List<Evidence>> findVerbatim(DraftSentence draft, Stream<Evidence> candidates) {
        return candidates
                .filter(evidence -> evidence.quote().equals(draft.text()))
                .filter(ClaimVerifier::isWholeSentence)
                .findFirst()
                .map(List::of);
    }

    /** Returns true if the evidence consists of whole sentences. A part can mean the opposite of its sentence. */
    private static boolean isWholeSentence(Evidence evidence) {
        List<Span> sentences = evidence.article().sentences(evidence.paragraph());
        return sentences.stream()
                        .anyMatch(
                                sentence -> sentence.start() == evidence.span().start())
                && sentences.stream()
                        .anyMatch(sentence -> sentence.end() == evidence.span().end());
    }

    private Optional<List<Evidence>> findSupport(String text, List<Evidence> candidates, Deadline deadline) {
        // Only English sentences can be analysed.
        List<Evidence> sentences = candidates.stream()
                .filter(candidate ->
                        candidate.article().frontMatter().language().equals("en"))
                .toList();
        String language = LanguageDetector.detect(text);
        if (!language.equals("en")) {
            return translationVerifier.findSupport(text, language, sentences);
        }
        return findSingleSentenceSupport(text, sentences, deadline)
                .or(() -> findConjunctSupport(text, sentences, deadline));
    }

    private AnalyzedArticle analyzedArticle(Evidence evidence) {
        return analyzedArticles.computeIfAbsent(evidence.article(), AnalyzedArticle::new);
    }

    private Optional<List<Evidence>> findSingleSentenceSupport(
            String text, List<Evidence> sentences, Deadline deadline) {
        var claims = new ClaimCache(text, new IdentityHashMap<>());
        Optional<List<Evidence>> shortest = sentences.stream()
                .filter(sentence -> deadline.isOpen() && isSupported(claims, sentence, Set.of()))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of);
        return shortest.or(() -> sentences.stream()
                .takeWhile(sentence -> deadline.isOpen())
                .flatMap(sentence -> findSupportWithAntecedent(claims, sentence).stream())
                .findFirst());
    }

    private boolean isSupported(ClaimCache claims, Evidence sentence, Set<String> referents) {
        AnalyzedArticle analyzed = analyzedArticle(sentence);
        return claims.forEntities(analyzed.entities()).isSupportedBy(analyzed.analyze(sentence), referents);
    }

    /** Caches the analysis of a drafted sentence, one for each article. */
    private record ClaimCache(String text, Map<EntityIndex, AnalyzedSentence> byEntities) {
        AnalyzedSentence forEntities(EntityIndex entities) {
            return byEntities.computeIfAbsent(entities, key -> AnalyzedSentence.of(text, key));
        }
    }

    /** Returns the sentence and its antecedent if they support the claim together. */
    private Optional<List<Evidence>> findSupportWithAntecedent(ClaimCache claims, Evidence sentence) {
        AnalyzedArticle analyzed = analyzedArticle(sentence);
        return analyzed.findAntecedent(sentence)
                .filter(antecedent -> isSupported(claims, sentence, analyzed.referents(antecedent, sentence)))
                .map(antecedent -> List.of(antecedent, sentence));
    }

    private Optional<List<Evidence>> findConjunctSupport(String text, List<Evidence> sentences, Deadline deadline) {
        for (MatchResult conjunction : CONJUNCTION.matcher(text).results().toList()) {
            if (!deadline.isOpen()) {
                break;
            }
            AnalyzedSentence first = AnalyzedSentence.of(text.substring(0, conjunction.start()), EntityIndex.EMPTY);
            AnalyzedSentence second =
                    AnalyzedSentence.of(first.reportingClause() + text.substring(conjunction.end()), EntityIndex.EMPTY);
            Optional<List<Evidence>> firstSupport = findSingleSentenceSupport(first.text(), sentences, deadline);
            Optional<List<Evidence>> secondSupport =
                    firstSupport.flatMap(found -> findSingleSentenceSupport(second.text(), sentences, deadline)
                            .or(() -> findSingleSentenceSupport(
                                    capitalize(text.substring(conjunction.end())), sentences, deadline))
                            .or(() -> findSingleSentenceSupport(
                                    first.subjectText() + text.substring(conjunction.end()), sentences, deadline))
                            .filter(next -> hasSameSubject(second, found, next)));
            if (secondSupport.isPresent()) {
                return Optional.of(Stream.of(firstSupport.get(), secondSupport.get())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns true if both parts can have the same subject. If the second part has none of its own, their sources must
     * be in one paragraph or share a person.
     */
    private boolean hasSameSubject(AnalyzedSentence second, List<Evidence> firstSupport, List<Evidence> secondSupport) {
        return second.predicateArguments().hasOwnSubject()
                || firstSupport.stream()
                        .anyMatch(first -> secondSupport.stream().anyMatch(next -> isSameParagraph(first, next)))
                || !Collections.disjoint(people(firstSupport), people(secondSupport));
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

    /** @param endNanos the value of {@link System#nanoTime} after which no more evidence is checked, in nanoseconds */
    private record Deadline(long endNanos) {
        boolean isOpen() {
            return endNanos - System.nanoTime() > 0;
        }
    }
}
