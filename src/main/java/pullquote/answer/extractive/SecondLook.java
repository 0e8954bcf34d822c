package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pullquote.answer.reading.Reader;
import pullquote.answer.reading.Reading;
import pullquote.article.Span;

/**
 * Reads the paragraphs of the best sentences once more, with a {@link Reader}, and weighs the sentences anew. Those of
 * other paragraphs are left out: hardly any of them answers.
 */
final class SecondLook {
    /** Reading takes most of an answer's time: so many paragraphs are worth it. */
    private static final int PARAGRAPHS = 2;
    /** As much of a long paragraph as is read, in characters. */
    static final int LONG = 900;
    /** What is asked for by these is no stretch of words that a reader could point at. */
    private static final Set<Kind> NOT_TO_POINT_AT = EnumSet.of(Kind.VIEWS, Kind.QUOTE, Kind.YES_NO, Kind.SUMMARY);

    /** A chance less than this counts as this: nothing is as sure as a logarithm would have it. */
    private static final double LEAST = 0.002;
    /** Of words that are so likely, more than nine of ten are marked as people would. */
    private static final double SURE = 0.4;

    /**
     * What the weight of the clues counts, and the reader's sureness: fitted by {@code ReaderTrial}, among the tests, on
     * articles that the reader had not learnt from.
     */
    static final double CLUES = 0.48;

    static final double READING = 0.68;
    /** So that as few of the right answers do not reach {@link Scale#ENOUGH} as without a reader. */
    private static final double MOVED = Scale.ENOUGH - 2.23;

    private final Lines lines;
    private final Reader reader;

    SecondLook(Lines lines, Reader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    /** Whether it is of use for such a question. */
    boolean helps(Asked asked) {
        return reader.reads(asked.language()) && !NOT_TO_POINT_AT.contains(asked.kind());
    }

    /** The sentences of the paragraphs that are read, best first. */
    List<Weighed> at(String question, List<Weighed> weighed) {
        List<Stretch> stretches = stretches(weighed);
        List<Reading> readings =
                reader.read(question, stretches.stream().map(Stretch::text).toList());
        var anew = new ArrayList<Weighed>();
        for (Weighed one : weighed) {
            for (int i = 0; i < stretches.size(); i++) {
                if (stretches.get(i).holds(one.line())) {
                    anew.add(anew(one, stretches.get(i), readings.get(i)));
                }
            }
        }
        anew.sort(Weighed.BEST_FIRST);
        return anew;
    }

    private static Weighed anew(Weighed one, Stretch stretch, Reading reading) {
        Span span = stretch.spanOf(one.line());
        double weight = CLUES * one.weight() + READING * sureness(reading, span) + MOVED;
        return reading.answerWithin(span)
                .filter(answer -> answer.likelihood() >= SURE)
                .map(answer -> new Weighed(one.line(), weight, stretch.inParagraph(answer.span())))
                .orElseGet(() -> new Weighed(one.line(), weight));
    }

    /** That it is answered there rather than nowhere in the text: the logarithm of the odds. */
    static double sureness(Reading reading, Span span) {
        return Math.log((reading.within(span) + LEAST) / (reading.unanswered() + LEAST));
    }

    private List<Stretch> stretches(List<Weighed> weighed) {
        var stretches = new ArrayList<Stretch>();
        for (Weighed one : weighed) {
            if (stretches.size() == PARAGRAPHS) {
                break;
            }
            if (stretches.stream().noneMatch(stretch -> stretch.isOfParagraphOf(one.line()))) {
                stretches.add(Stretch.around(one.line(), lines, LONG));
            }
        }
        return stretches;
    }
}
