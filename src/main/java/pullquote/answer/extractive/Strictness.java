package pullquote.answer.extractive;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import pullquote.article.Article;
import pullquote.retrieval.Word;

/**
 * What a sentence must have to answer a question that was put into its language word by word, which is a loose guide: most of what
 * is asked about, all its names and numbers, and what is asked for.
 */
final class Strictness {
    private static final double MOST = 0.6;
    /** Kinds whose answers seldom do without a sign. */
    private static final Set<Kind> TELLING = EnumSet.of(Kind.PERSON, Kind.DATE, Kind.PLACE, Kind.REASON, Kind.AGE);
    /** Kinds that do not begin with what they ask. */
    private static final Set<Kind> FREELY_PUT = EnumSet.of(Kind.YES_NO, Kind.VIEWS, Kind.QUOTE, Kind.COUNTRY);

    private static final Set<String> POSSESSIVE = Set.of("its", "his", "her", "their");
    private static final String LAST_YEAR = "last year";

    private final Lines lines;
    private final Clues clues;

    Strictness(Lines lines, Clues clues) {
        this.lines = lines;
        this.clues = clues;
    }

    boolean allows(Asked asked, Line line) {
        return clues.covered(asked, line) >= MOST
                && lines.inMind(line).containsAll(asked.nameStems())
                && (FREELY_PUT.contains(asked.kind()) || hasWhatIsAskedFirst(asked, line))
                && !isAtAnotherTime(asked, line)
                && (isWhole(asked, line) || !isOfSomebodyElse(asked, line))
                && (asked.kind() != Kind.VIEWS || maySaySo(line, asked.focus()))
                && isOfTheKind(asked, line);
    }

    private boolean hasWhatIsAskedFirst(Asked asked, Line line) {
        return asked.first()
                .filter(stem -> !asked.isIn(lines.withBefore(line), stem))
                .isEmpty();
    }

    private boolean isOfTheKind(Asked asked, Line line) {
        return asked.asksWhoSomebodyIs()
                ? introduces(line, asked)
                : !TELLING.contains(asked.kind()) || hasSureSign(line, asked);
    }

    /** "Its director" is no school's, where the school is not named. */
    private static boolean isOfSomebodyElse(Asked asked, Line line) {
        List<Word> words = line.words();
        return IntStream.range(1, words.size())
                .filter(i -> asked.first().filter(words.get(i).stem()::equals).isPresent())
                .anyMatch(i -> POSSESSIVE.contains(words.get(i - 1).lower()));
    }

    /** What happened last year, or in 2022, is told as of that time. */
    private boolean isAtAnotherTime(Asked asked, Line line) {
        Set<String> there = lines.withBefore(line);
        boolean lacksNumber = asked.words().stream().anyMatch(word -> word.isNumber() && !there.contains(word.stem()));
        return lacksNumber
                || asked.meaning().contains(LAST_YEAR)
                        && !line.text().toLowerCase(Locale.ROOT).contains(LAST_YEAR);
    }

    /** Whether a sentence may be a speaker's words: it names nobody else, nor does what its "he" stands for. */
    private boolean maySaySo(Line line, Set<String> speaker) {
        Article article = line.place().article();
        var called = new HashSet<>(speaker);
        called.addAll(lines.bearersOf(article, speaker));
        return Lines.titleOf(article).containsAll(speaker)
                || !Collections.disjoint(line.stems(), called)
                || lines.lastNaming(line)
                        .filter(before -> !Collections.disjoint(before.stems(), called))
                        .isPresent();
    }

    /** Whether all words of an answer are there that the question has. */
    boolean isWhole(Asked asked, Line line) {
        return clues.covered(asked, line) >= 1;
    }

    /** At the beginning of a sentence, where every word has a capital, a name is known from elsewhere. */
    private boolean hasSureSign(Line line, Asked asked) {
        return Signs.in(line, asked) > 0
                || asked.kind() == Kind.PERSON
                        && line.words().stream()
                                .limit(1)
                                .map(Word::stem)
                                .anyMatch(stem -> !asked.stems().contains(stem)
                                        && lines.namesOf(line.place().article()).contains(stem));
    }

    /** Who somebody is, news tell where they name them first. */
    private boolean introduces(Line line, Asked asked) {
        return lines.of(line.place().article()).stream()
                .filter(other -> !Collections.disjoint(other.stems(), asked.nameStems()))
                .findFirst()
                .filter(other ->
                        other.place().equals(line.place()) && other.stems().containsAll(asked.nameStems()))
                .isPresent();
    }
}
