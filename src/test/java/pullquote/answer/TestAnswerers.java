package pullquote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.article.Library;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.text.Span;

/** Creates answerers with simple parts: word-match retrieval, quotes of the best paragraph, and no verification. */
public final class TestAnswerers {
    private TestAnswerers() {}

    public static Answerer quotingAnswerer(Supplier<Library> library) {
        return create(library, quotingGenerator());
    }

    public static Generator quotingGenerator() {
        return new QuotingGenerator();
    }

    public static Answerer create(Supplier<Library> library, Generator writer) {
        Verifier trusting = (draft, passages) -> draft.evidence().isEmpty()
                ? Optional.empty()
                : Optional.of(new VerifiedSentence(draft.text(), draft.evidence()));
        return new Answerer(
                (query, limit) -> retrieve(library.get(), query, limit),
                writer,
                writer,
                trusting,
                TestAnswerers::explainNoAnswer);
    }

    /** A passage's whole paragraph as evidence. */
    public static Evidence evidence(Passage passage) {
        String text = passage.paragraph().text();
        return new Evidence(passage.article(), passage.paragraph(), new Span(0, text.length()));
    }

    private static List<Passage> retrieve(Library library, Query query, int limit) {
        Set<String> asked = words(query.text()).collect(Collectors.toSet());
        return library.articles().stream()
                .filter(article -> query.articleId().map(article.id()::equals).orElse(true))
                .flatMap(article -> article.paragraphs().stream()
                        .map(paragraph -> new Passage(
                                article,
                                paragraph,
                                words(paragraph.text()).filter(asked::contains).count())))
                .filter(passage -> passage.score() > 0)
                .sorted(Comparator.comparing(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3);
    }

    private record QuotingGenerator() implements Generator {
        @Override
        public String name() {
            return "extractive";
        }

        @Override
        public void generate(Question question, List<Passage> passages, DraftSink desk) {
            Passage best = passages.get(0);
            desk.accept(new DraftSentence(best.paragraph().text(), List.of(evidence(best))));
        }
    }

    private static NoAnswer explainNoAnswer(Question question, List<Passage> passages) {
        return new NoAnswer(
                passages.isEmpty() ? NoAnswerReason.OFF_TOPIC : NoAnswerReason.NOT_IN_ARTICLES,
                passages.stream().limit(2).map(TestAnswerers::evidence).toList(),
                1,
                Optional.empty());
    }
}
