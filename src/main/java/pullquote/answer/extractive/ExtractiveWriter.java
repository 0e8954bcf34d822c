package pullquote.answer.extractive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;
import pullquote.answer.Question;
import pullquote.answer.Speech;
import pullquote.answer.Writer;
import pullquote.answer.reading.Reader;
import pullquote.article.Library;
import pullquote.article.Span;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Passage;

/**
 * Answers with sentences of the articles themselves, chosen and put in order by what the question asks for. It reads
 * the articles in the question's own language first, and those in languages that the question was translated into if
 * there is no answer in them.
 */
public final class ExtractiveWriter implements Writer {
    private static final String NAME = "extractive";

    /** A second sentence is added if it weighs nearly as much as the first. */
    private static final double NEARLY = 1.25;
    /** What somebody says about something is told in several sentences, of which the later may be less to the point. */
    private static final double TO_THE_TOPIC = 5.0;

    private static final int SHORT = 2;
    private static final int POINTS = 4;

    /** Nobody's words. */
    private static final Pattern IMPERSONAL = Pattern.compile("^It (?:is|was|has been) \\p{L}+ that\\b");

    private final Scale scale;
    private final Leaning leaning;
    private final Summary summary;
    private final Optional<SecondLook> secondLook;

    public ExtractiveWriter(Library library, Embeddings embeddings) {
        this(library, embeddings, Optional.empty());
    }

    /** @param reader takes a second look at the best sentences, where it can */
    public ExtractiveWriter(Library library, Embeddings embeddings, Optional<Reader> reader) {
        var lines = new Lines(library, embeddings);
        scale = new Scale(lines, embeddings);
        leaning = new Leaning(lines);
        summary = new Summary(library, lines);
        secondLook = reader.map(it -> new SecondLook(lines, it));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(Question question, List<Passage> passages, Desk desk) {
        languages(question, passages)
                .map(language -> choose(question, language, passages))
                .filter(drafts -> !drafts.isEmpty())
                .findFirst()
                .ifPresent(drafts -> drafts.forEach(desk::put));
    }

    private static Stream<String> languages(Question question, List<Passage> passages) {
        Stream<String> found =
                passages.stream().map(passage -> passage.article().about().language());
        return Stream.concat(Stream.of(question.writtenIn()), found).distinct();
    }

    private List<Draft> choose(Question question, String language, List<Passage> passages) {
        List<Passage> readable = passages.stream()
                .filter(passage -> passage.article().about().language().equals(language))
                .toList();
        return question.in(language)
                .map(text -> choose(question, Asked.of(text, language, question.senses()), readable))
                .orElse(List.of());
    }

    private List<Draft> choose(Question question, Asked asked, List<Passage> passages) {
        if (asked.kind() == Kind.SUMMARY) {
            return summary.of(question, asked, passages).stream()
                    .map(Line::draft)
                    .toList();
        }
        boolean translated = !asked.language().equals(question.writtenIn());
        List<Weighed> weighed =
                translated ? weighStrictly(question, asked, passages) : weigh(question, asked, passages);
        return drafts(
                switch (asked.kind()) {
                    case VIEWS -> inReadingOrder(best(weighed, w -> tellsViews(w.line(), asked), POINTS, TO_THE_TOPIC));
                    case QUOTE -> best(weighed, w -> Speech.isQuotedIn(w.line().text()), SHORT, NEARLY);
                    default -> best(weighed, w -> true, translated ? 1 : SHORT, NEARLY);
                });
    }

    private List<Weighed> weigh(Question question, Asked asked, List<Passage> passages) {
        List<Weighed> weighed = scale.weigh(asked, passages);
        boolean isHopeful = !weighed.isEmpty() && weighed.get(0).weight() >= Scale.ENOUGH;
        return scale.preferDates(
                asked,
                secondLook
                        .filter(look -> isHopeful && look.helps(asked))
                        .map(look -> look.at(question.text(), asked, weighed))
                        .orElse(weighed));
    }

    /** What was translated is a loose guide; the reader, who reads English as it comes, must see an answer too. */
    private List<Weighed> weighStrictly(Question question, Asked asked, List<Passage> passages) {
        List<Weighed> weighed = scale.weighStrictly(asked, passages);
        String translated = question.in(asked.language()).orElseThrow();
        return secondLook
                .filter(look -> look.helps(asked) && !asked.asksWhoSomebodyIs())
                .map(look -> look.strictlyAt(translated, asked, weighed, line -> scale.isWhole(asked, line)))
                .orElse(weighed);
    }

    private List<Draft> drafts(List<Weighed> chosen) {
        var answers = new HashMap<Evidence, Span>();
        chosen.forEach(
                one -> one.answer().ifPresent(answer -> answers.put(one.line().place(), answer)));
        return leaning.complete(chosen.stream().map(Weighed::line).toList()).stream()
                .map(line -> Optional.ofNullable(answers.get(line.place()))
                        .map(line::draft)
                        .orElseGet(line::draft))
                .toList();
    }

    /** What somebody says must be told as their words; what "the article" says need not. */
    private static boolean tellsViews(Line line, Asked asked) {
        return asked.focus().isEmpty()
                || !IMPERSONAL.matcher(line.text()).find() && Speech.isIn(line.text(), line.stems())
                || line.words().stream().anyMatch(word -> Sort.SAYING.has(word, line.language()));
    }

    /** None if not even the best that fits is good enough. */
    private static List<Weighed> best(List<Weighed> weighed, Predicate<Weighed> fit, int most, double margin) {
        List<Weighed> fitting = weighed.stream().filter(fit).toList();
        if (fitting.isEmpty() || fitting.get(0).weight() < Scale.ENOUGH) {
            return List.of();
        }
        return fitting.stream()
                .filter(w -> w.weight() >= fitting.get(0).weight() - margin)
                .limit(most)
                .toList();
    }

    private static List<Weighed> inReadingOrder(List<Weighed> chosen) {
        return chosen.stream()
                .sorted(Comparator.comparing(
                                (Weighed one) -> one.line().place().article().id())
                        .thenComparing(one -> one.line().place().paragraph().number())
                        .thenComparing(one -> one.line().index()))
                .toList();
    }
}
