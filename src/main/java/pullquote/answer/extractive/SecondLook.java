package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pullquote.answer.reading.Reader;
import pullquote.answer.reading.Reading;
import pullquote.article.Span;
import pullquote.retrieval.Word;

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
     * So much likelier than no answer at all it must be that a sentence answers what was translated word by word, as the
     * logarithm of the odds: if the sentence has all words of the question, and if it has but a part of them.
     */
    private static final double ODDS = 1.6;

    private static final double ODDS_OF_PARTS = 3;
    /** So likely the words must be that answer such a question, if it asks for what a name or a date would tell. */
    private static final double POINTED_AT = 0.12;

    private static final Set<Kind> TOLD_BY_FEW_WORDS = EnumSet.of(Kind.PERSON, Kind.PLACE, Kind.DATE);

    /**
     * What the weight of the clues counts, and the reader's sureness: fitted by {@code ReaderTrial}, among the tests, on
     * articles that the reader had not learnt from.
     */
    static final double CLUES = 0.47;

    static final double READING = 0.68;
    /** So that as few of the right answers do not reach {@link Scale#ENOUGH} as without a reader. */
    private static final double MOVED = Scale.ENOUGH - 2.11;

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

    /** The sentences of the paragraphs that are read, best first; none if the best one says no more than the question. */
    List<Weighed> at(String question, Asked asked, List<Weighed> weighed) {
        List<Glance> glances = glances(question, weighed);
        return glances.stream().limit(1).anyMatch(best -> best.isAnsweredByItself(asked)) ? List.of() : anew(glances);
    }

    /**
     * The same for a question that was translated word by word: only those of which the reader is sure that they answer,
     * and the surer it must be, the less of the question they have.
     *
     * @param isWhole whether a sentence has all that is asked about
     */
    List<Weighed> strictlyAt(String question, Asked asked, List<Weighed> weighed, Predicate<Line> isWhole) {
        return anew(glances(question, weighed).stream()
                .filter(glance -> glance.sureness() >= (isWhole.test(glance.one.line()) ? ODDS : ODDS_OF_PARTS)
                        && glance.isPointedAt(asked)
                        && !glance.isAnsweredByItself(asked))
                .toList());
    }

    private static List<Weighed> anew(List<Glance> glances) {
        return glances.stream().map(Glance::anew).toList();
    }

    /** Best first. */
    private List<Glance> glances(String question, List<Weighed> weighed) {
        List<Stretch> stretches = stretches(weighed);
        List<Reading> readings =
                reader.read(question, stretches.stream().map(Stretch::text).toList());
        var glances = new ArrayList<Glance>();
        for (Weighed one : weighed) {
            for (int i = 0; i < stretches.size(); i++) {
                if (stretches.get(i).holds(one.line())) {
                    glances.add(Glance.at(one, stretches.get(i), readings.get(i)));
                }
            }
        }
        glances.sort(Comparator.comparing(Glance::anew, Weighed.BEST_FIRST));
        return glances;
    }

    /** What the reader sees in one sentence; the answer is the likeliest there, likely or not. */
    private record Glance(Weighed one, Stretch stretch, double sureness, Optional<Reading.Answer> answer) {
        static Glance at(Weighed one, Stretch stretch, Reading reading) {
            Span span = stretch.spanOf(one.line());
            return new Glance(one, stretch, SecondLook.sureness(reading, span), reading.answerWithin(span));
        }

        private Weighed anew() {
            double weight = CLUES * one.weight() + READING * sureness + MOVED;
            return answer.filter(found -> found.likelihood() >= SURE)
                    .map(found -> new Weighed(one.line(), weight, stretch.inParagraph(found.span())))
                    .orElseGet(() -> new Weighed(one.line(), weight));
        }

        private boolean isPointedAt(Asked asked) {
            return !TOLD_BY_FEW_WORDS.contains(asked.kind())
                    || answer.filter(found -> found.likelihood() >= POINTED_AT).isPresent();
        }

        /** "The militants" is no answer to who trained the militants, nor is "the head of state" to who is the head. */
        private boolean isAnsweredByItself(Asked asked) {
            return asked.kind() == Kind.PERSON
                    && answer.flatMap(found -> head(found.span(), asked))
                            .filter(asked.stems()::contains)
                            .isPresent();
        }

        /**
         * The stem of the word that an English phrase is about: the last one, of those before "of". In "professional
         * militants" it is the militants, also if the reader points but at the first of the two.
         */
        private Optional<String> head(Span phrase, Asked asked) {
            List<Word> words = Word.of(phrase.in(stretch.text()), asked.language());
            Optional<Word> behind = Word.of(stretch.text().substring(phrase.end()), asked.language()).stream()
                    .findFirst()
                    .filter(word -> stretch.text().startsWith(" " + word.text(), phrase.end())
                            && asked.stems().contains(word.stem())
                            && asked.first().filter(word.stem()::equals).isEmpty());
            if (behind.isPresent() && words.stream().noneMatch(Word::isName)) {
                return behind.map(Word::stem);
            }
            return words.stream()
                    .takeWhile(word -> !word.lower().equals("of"))
                    .map(Word::stem)
                    .filter(stem -> !stem.isEmpty())
                    .reduce((first, next) -> next);
        }
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
