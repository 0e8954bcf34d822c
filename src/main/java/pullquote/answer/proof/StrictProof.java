package pullquote.answer.proof;

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
import pullquote.answer.Draft;
import pullquote.answer.Evidence;
import pullquote.answer.Proof;
import pullquote.answer.Proved;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.article.Span;
import pullquote.language.Languages;
import pullquote.retrieval.Passage;

/**
 * Believes nothing that a writer says of its own sentence. A sentence that is the article's own, to the character, is
 * proved by standing there. Any other must be carried by source sentences: first those of the passages it names, then
 * those of all that were found. One sentence must carry all of it ({@link Doubt} has the rules): two facts from two
 * places make a third that nobody wrote. Only if it is made of parts, joined by "and" or the like, each part may have
 * its own.
 */
public final class StrictProof implements Proof {
    private static final Pattern JOINT = Pattern.compile("[,;]?\\s+(?:and|but|while|whereas)\\s+(?:that\\s+)?|;\\s+");

    private static final Pattern OPENING_PRONOUN = Pattern.compile("^(?:He|She|His|Her)\\b");

    private final Map<Article, Reading> readings = Collections.synchronizedMap(new WeakHashMap<>());
    private final Translations translations = new Translations(this::reading);

    @Override
    public Optional<Proved> prove(Draft draft, List<Passage> passages) {
        List<Evidence> named = draft.evidence().stream()
                .flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()))
                .distinct()
                .toList();
        return itself(draft, Stream.concat(draft.evidence().stream(), named.stream()))
                .or(() -> itself(draft, found(passages)))
                .or(() -> carried(draft.text(), named))
                .or(() -> carried(draft.text(), found(passages).toList()))
                .filter(evidence -> goesOnRightly(draft, evidence))
                .map(evidence -> new Proved(draft.text(), evidence));
    }

    /** "He" is for a reader who was named last, so the evidence must mean the same: surely if it goes on from the same. */
    private boolean goesOnRightly(Draft draft, List<Evidence> evidence) {
        if (draft.before().isEmpty() || !OPENING_PRONOUN.matcher(draft.text()).find()) {
            return true;
        }
        Reading reading = reading(evidence.get(0));
        if (reading.isJustBehind(evidence.get(0), draft.before().get())) {
            return true;
        }
        Set<String> named = Claim.of(draft.before().get(), reading.cast()).people();
        Set<String> meant = Stream.concat(
                        people(evidence).stream(),
                        evidence.stream()
                                .flatMap(one -> reading(one).antecedent(one).stream())
                                .flatMap(one -> people(List.of(one)).stream()))
                .collect(Collectors.toSet());
        return named.isEmpty() || meant.isEmpty() || !Collections.disjoint(named, meant);
    }

    private static Stream<Evidence> found(List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    private static Optional<List<Evidence>> itself(Draft draft, Stream<Evidence> all) {
        return all.filter(evidence -> evidence.quote().equals(draft.text()))
                .filter(StrictProof::isWhole)
                .findFirst()
                .map(List::of);
    }

    /** Half a sentence may say the contrary of the whole. */
    private static boolean isWhole(Evidence evidence) {
        List<Span> sentences = evidence.article().sentences(evidence.paragraph());
        return sentences.stream().anyMatch(one -> one.start() == evidence.span().start())
                && sentences.stream()
                        .anyMatch(one -> one.end() == evidence.span().end());
    }

    private Optional<List<Evidence>> carried(String text, List<Evidence> all) {
        // Only English articles can be taken apart so far.
        List<Evidence> sentences = all.stream()
                .filter(one -> one.article().about().language().equals("en"))
                .toList();
        String language = Languages.guess(text);
        if (!language.equals("en")) {
            return translations.carried(text, language, sentences);
        }
        return whole(text, sentences).or(() -> inParts(text, sentences));
    }

    private Reading reading(Evidence of) {
        return readings.computeIfAbsent(of.article(), Reading::new);
    }

    private Optional<List<Evidence>> whole(String text, List<Evidence> sentences) {
        var claims = new Claims(text, new IdentityHashMap<>());
        Optional<List<Evidence>> one = sentences.stream()
                .filter(sentence -> isCarried(claims, sentence, Set.of()))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of);
        return one.or(() -> sentences.stream()
                .flatMap(sentence -> withAntecedent(claims, sentence).stream())
                .findFirst());
    }

    private boolean isCarried(Claims claims, Evidence sentence, Set<String> meant) {
        Reading reading = reading(sentence);
        return claims.of(reading.cast()).isCarriedBy(reading.claim(sentence), meant);
    }

    /** A drafted sentence, taken apart once for each article that may carry it. */
    private record Claims(String text, Map<Cast, Claim> byCast) {
        Claim of(Cast cast) {
            return byCast.computeIfAbsent(cast, known -> Claim.of(text, known));
        }
    }

    /** "He" is who was named before. */
    private Optional<List<Evidence>> withAntecedent(Claims claims, Evidence sentence) {
        Reading reading = reading(sentence);
        return reading.antecedent(sentence)
                .filter(before -> isCarried(claims, sentence, reading.meant(before, sentence)))
                .map(before -> List.of(before, sentence));
    }

    private Optional<List<Evidence>> inParts(String text, List<Evidence> sentences) {
        for (MatchResult joint : JOINT.matcher(text).results().toList()) {
            Claim first = Claim.of(text.substring(0, joint.start()), Cast.EMPTY);
            Claim second = Claim.of(first.openingOfSpeech() + text.substring(joint.end()), Cast.EMPTY);
            Optional<List<Evidence>> one = whole(first.text(), sentences);
            Optional<List<Evidence>> other = one.flatMap(found -> whole(second.text(), sentences)
                    .or(() -> whole(capital(text.substring(joint.end())), sentences))
                    .or(() -> whole(first.subject() + text.substring(joint.end()), sentences))
                    .filter(next -> isOfSame(second, found, next)));
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
    private boolean isOfSame(Claim second, List<Evidence> one, List<Evidence> other) {
        return second.arrangement().hasOwnSubject()
                || one.stream().anyMatch(before -> other.stream().anyMatch(next -> isBeside(before, next)))
                || !Collections.disjoint(people(one), people(other));
    }

    private static boolean isBeside(Evidence one, Evidence other) {
        return one.article() == other.article() && one.paragraph().equals(other.paragraph());
    }

    private Set<String> people(List<Evidence> evidence) {
        return evidence.stream()
                .flatMap(one -> reading(one).claim(one).people().stream())
                .collect(Collectors.toSet());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
