package pullquote.verify;

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
 * Believes nothing that a writer says of its own sentence. A sentence that is the article's own, to the character, is
 * proved by standing there. Any other must be carried by source sentences: first those of the passages it names, then
 * those of all that were found. One sentence must carry all of it ({@link ClaimRule} has the rules): two facts from two
 * places make a third that nobody wrote. Only if it is made of parts, joined by "and" or the like, each part may have
 * its own.
 */
public final class ClaimVerifier implements Verifier {
    private static final Pattern CONJUNCTION =
            Pattern.compile("[,;]?\\s+(?:and|but|while|whereas)\\s+(?:that\\s+)?|;\\s+");

    private static final Pattern OPENING_PRONOUN = Pattern.compile("^(?:He|She|His|Her)\\b");

    private final Map<Article, AnalyzedArticle> articles = Collections.synchronizedMap(new WeakHashMap<>());
    private final TranslationVerifier translationVerifier = new TranslationVerifier(this::analyze);

    @Override
    public Optional<VerifiedSentence> verify(DraftSentence draft, List<Passage> passages) {
        List<Evidence> named = draft.evidence().stream()
                .flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()))
                .distinct()
                .toList();
        return verbatim(draft, Stream.concat(draft.evidence().stream(), named.stream()))
                .or(() -> verbatim(draft, candidates(passages)))
                .or(() -> supported(draft.text(), named))
                .or(() -> supported(draft.text(), candidates(passages).toList()))
                .filter(evidence -> continuesReference(draft, evidence))
                .map(evidence -> new VerifiedSentence(draft.text(), evidence));
    }

    /** "He" is for a reader who was named last, so the evidence must mean the same: surely if it goes on from the same. */
    private boolean continuesReference(DraftSentence draft, List<Evidence> evidence) {
        if (draft.previous().isEmpty() || !OPENING_PRONOUN.matcher(draft.text()).find()) {
            return true;
        }
        AnalyzedArticle reading = analyze(evidence.get(0));
        if (reading.directlyFollows(evidence.get(0), draft.previous().get())) {
            return true;
        }
        Set<String> named =
                AnalyzedSentence.of(draft.previous().get(), reading.entities()).people();
        Set<String> meant = Stream.concat(
                        people(evidence).stream(),
                        evidence.stream()
                                .flatMap(one -> analyze(one).antecedent(one).stream())
                                .flatMap(one -> people(List.of(one)).stream()))
                .collect(Collectors.toSet());
        return named.isEmpty() || meant.isEmpty() || !Collections.disjoint(named, meant);
    }

    private static Stream<Evidence> candidates(List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    private static Optional<List<Evidence>> verbatim(DraftSentence draft, Stream<Evidence> all) {
        return all.filter(evidence -> evidence.quote().equals(draft.text()))
                .filter(ClaimVerifier::isWholeSentence)
                .findFirst()
                .map(List::of);
    }

    /** Half a sentence may say the contrary of the whole. */
    private static boolean isWholeSentence(Evidence evidence) {
        List<Span> sentences = evidence.article().sentences(evidence.paragraph());
        return sentences.stream().anyMatch(one -> one.start() == evidence.span().start())
                && sentences.stream()
                        .anyMatch(one -> one.end() == evidence.span().end());
    }

    private Optional<List<Evidence>> supported(String text, List<Evidence> all) {
        // Only English articles can be taken apart so far.
        List<Evidence> sentences = all.stream()
                .filter(one -> one.article().frontMatter().language().equals("en"))
                .toList();
        String language = LanguageDetector.detect(text);
        if (!language.equals("en")) {
            return translationVerifier.verify(text, language, sentences);
        }
        return bySingleSentence(text, sentences).or(() -> byConjuncts(text, sentences));
    }

    private AnalyzedArticle analyze(Evidence of) {
        return articles.computeIfAbsent(of.article(), AnalyzedArticle::new);
    }

    private Optional<List<Evidence>> bySingleSentence(String text, List<Evidence> sentences) {
        var claims = new ClaimVariants(text, new IdentityHashMap<>());
        Optional<List<Evidence>> one = sentences.stream()
                .filter(sentence -> isSupported(claims, sentence, Set.of()))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of);
        return one.or(() -> sentences.stream()
                .flatMap(sentence -> withAntecedent(claims, sentence).stream())
                .findFirst());
    }

    private boolean isSupported(ClaimVariants claims, Evidence sentence, Set<String> meant) {
        AnalyzedArticle reading = analyze(sentence);
        return claims.analyzedFor(reading.entities()).isSupportedBy(reading.analyze(sentence), meant);
    }

    /** A drafted sentence, taken apart once for each article that may carry it. */
    private record ClaimVariants(String text, Map<EntityIndex, AnalyzedSentence> byEntities) {
        AnalyzedSentence analyzedFor(EntityIndex cast) {
            return byEntities.computeIfAbsent(cast, known -> AnalyzedSentence.of(text, known));
        }
    }

    /** "He" is who was named before. */
    private Optional<List<Evidence>> withAntecedent(ClaimVariants claims, Evidence sentence) {
        AnalyzedArticle reading = analyze(sentence);
        return reading.antecedent(sentence)
                .filter(before -> isSupported(claims, sentence, reading.referents(before, sentence)))
                .map(before -> List.of(before, sentence));
    }

    private Optional<List<Evidence>> byConjuncts(String text, List<Evidence> sentences) {
        for (MatchResult joint : CONJUNCTION.matcher(text).results().toList()) {
            AnalyzedSentence first = AnalyzedSentence.of(text.substring(0, joint.start()), EntityIndex.EMPTY);
            AnalyzedSentence second =
                    AnalyzedSentence.of(first.reportingClause() + text.substring(joint.end()), EntityIndex.EMPTY);
            Optional<List<Evidence>> one = bySingleSentence(first.text(), sentences);
            Optional<List<Evidence>> other = one.flatMap(found -> bySingleSentence(second.text(), sentences)
                    .or(() -> bySingleSentence(capitalize(text.substring(joint.end())), sentences))
                    .or(() -> bySingleSentence(first.subjectStem() + text.substring(joint.end()), sentences))
                    .filter(next -> isSameSubject(second, found, next)));
            if (other.isPresent()) {
                return Optional.of(Stream.of(one.get(), other.get())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
            }
        }
        return Optional.empty();
    }

    /** "He", or nobody at all, is who was named in the part before: so what proves the two must stand side by side. */
    private boolean isSameSubject(AnalyzedSentence second, List<Evidence> one, List<Evidence> other) {
        return second.predicateArguments().hasOwnSubject()
                || one.stream().anyMatch(before -> other.stream().anyMatch(next -> isAdjacent(before, next)))
                || !Collections.disjoint(people(one), people(other));
    }

    private static boolean isAdjacent(Evidence one, Evidence other) {
        return one.article() == other.article() && one.paragraph().equals(other.paragraph());
    }

    private Set<String> people(List<Evidence> evidence) {
        return evidence.stream()
                .flatMap(one -> analyze(one).analyze(one).people().stream())
                .collect(Collectors.toSet());
    }

    private static String capitalize(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
