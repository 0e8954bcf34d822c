package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import pullquote.article.Article;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Word;

/** Weighs all sentences of some passages, and tells which of them can be an answer at all. */
final class Scale {
    /**
     * Where no sentence reaches it, none answers. It is low on purpose, for no weight tells a near miss from an answer:
     * of SQuAD's questions that {@code Fitting} holds out, 1.3 % of those with an answer do not reach it, and 4.7 % of
     * those that only look as if they had one. {@link Signs} and {@link Strangers} refuse the more.
     */
    static final double ENOUGH = 7.2;

    private static final double MOST = 0.6;
    /** Kinds whose answers seldom do without a sign. */
    private static final Set<Kind> TELLING = EnumSet.of(Kind.PERSON, Kind.DATE, Kind.PLACE, Kind.REASON, Kind.AGE);
    /** Kinds that do not begin with what they ask. */
    private static final Set<Kind> FREELY_PUT = EnumSet.of(Kind.YES_NO, Kind.VIEWS, Kind.QUOTE, Kind.COUNTRY);

    private static final Set<String> POSSESSIVE = Set.of("its", "his", "her", "their");
    private static final String LAST_YEAR = "last year";

    private final Lines lines;
    private final Clues clues;
    private final Embeddings embeddings;

    Scale(Lines lines, Embeddings embeddings) {
        this.lines = lines;
        this.clues = new Clues(lines, embeddings);
        this.embeddings = embeddings;
    }

    /** The sentences that may answer the question, best first. */
    List<Weighed> weigh(Asked asked, List<Passage> passages) {
        float[] vector = embeddings.of(asked.meaning(), asked.language());
        var strange = new HashMap<Article, Boolean>();
        var weighed = new ArrayList<Weighed>();
        for (Passage passage : passages) {
            if (strange.computeIfAbsent(passage.article(), article -> Strangers.areIn(asked, lines.stemsOf(article)))) {
                continue;
            }
            for (Line line : lines.of(passage.article(), passage.paragraph())) {
                if (mayAnswer(asked, line)) {
                    weighed.add(new Weighed(line, clues.weigh(asked, vector, line, passage.score())));
                }
            }
        }
        weighed.sort(Weighed.BEST_FIRST);
        return weighed;
    }

    /**
     * The same, but only those with most of what is asked about, all its names, and what is asked for: what was translated
     * word by word is a loose guide.
     */
    List<Weighed> weighStrictly(Asked asked, List<Passage> passages) {
        return weigh(asked, passages).stream()
                .filter(weighed -> clues.covered(asked, weighed.line()) >= MOST)
                .filter(weighed -> lines.inMind(weighed.line()).containsAll(asked.nameStems()))
                .filter(weighed -> FREELY_PUT.contains(asked.kind())
                        || asked.first()
                                .filter(stem -> !asked.isIn(lines.withBefore(weighed.line()), stem))
                                .isEmpty())
                .filter(weighed -> !isAtAnotherTime(asked, weighed.line()))
                .filter(weighed -> isWhole(asked, weighed.line()) || !isOfSomebodyElse(asked, weighed.line()))
                .filter(weighed -> asked.kind() != Kind.VIEWS || maySaySo(weighed.line(), asked.focus()))
                .filter(weighed -> asked.asksWhoSomebodyIs()
                        ? introduces(weighed.line(), asked)
                        : !TELLING.contains(asked.kind()) || hasSureSign(weighed.line(), asked))
                .toList();
    }

    /**
     * The same without what tells when only by something else, "after the tragedy", before a sentence that has as much of
     * the question and tells the day.
     */
    List<Weighed> preferDates(Asked asked, List<Weighed> weighed) {
        if (asked.kind() != Kind.DATE || weighed.isEmpty()) {
            return weighed;
        }
        double most = clues.covered(asked, weighed.get(0).line());
        return weighed.stream()
                .filter(one -> one.weight() >= ENOUGH
                        && Signs.in(one.line(), asked) > 0
                        && clues.covered(asked, one.line()) >= most)
                .findFirst()
                .map(dated -> weighed.stream()
                        .filter(one -> one.weight() <= dated.weight() || Signs.in(one.line(), asked) > 0)
                        .toList())
                .orElse(weighed);
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

    private boolean mayAnswer(Asked asked, Line line) {
        if (asked.kind() == Kind.YES_NO && !asked.plainStems().isEmpty()) {
            // "Did Tokayev resign?" is not answered by whatever else is told of Tokayev.
            return !Collections.disjoint(asked.plainStems(), lines.withBefore(line));
        }
        return !Signs.areNeededFor(asked.kind()) || Signs.in(line, asked) >= 0;
    }
}
