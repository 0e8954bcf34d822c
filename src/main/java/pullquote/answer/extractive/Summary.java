package pullquote.answer.extractive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Passage;

/**
 * Sums an article up in a few of its own sentences: the lead, as news is written, then those that are near to the
 * article as a whole and far from what is told already (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
final class Summary {
    private static final int SENTENCES = 3;
    private static final int MOST = 7;
    private static final double NOVELTY = 0.5;
    private static final int FEWEST_WORDS = 6;

    private static final Pattern HOW_MANY = Pattern.compile(
            "\\b(one|two|three|four|five|six|seven|[1-7])\\s+(?:\\p{L}+\\s+)?(?:sentences?|points?|lines?|facts?|bullets?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven");

    private static final Comparator<Article> NEWEST_FIRST = Comparator.comparing(
                    (Article article) -> article.about().date().orElse(LocalDate.MIN))
            .reversed();

    private final Library library;
    private final Lines lines;

    Summary(Library library, Lines lines) {
        this.library = library;
        this.lines = lines;
    }

    List<Line> of(Question question, Asked asked, List<Passage> passages) {
        return subject(question, asked.without(Sort.SUMMARISING), passages)
                .map(article -> of(article, howMany(question.text())))
                .orElse(List.of());
    }

    /** The best article of those that have what is to be summed up; if that is left open, the newest. */
    private Optional<Article> subject(Question question, Asked topic, List<Passage> passages) {
        Stream<Article> found = question.articleId().isPresent()
                ? library.article(question.articleId().get()).stream()
                : topic.stems().isEmpty()
                        ? library.articles().stream().sorted(NEWEST_FIRST)
                        : passages.stream().map(Passage::article);
        return found.filter(article -> article.about().language().equals(topic.language()))
                .filter(article -> isIn(article, topic))
                .findFirst();
    }

    private boolean isIn(Article article, Asked topic) {
        Set<String> there = lines.stemsOf(article);
        return topic.stems().isEmpty() || !Strangers.areIn(topic, there) && !Collections.disjoint(topic.stems(), there);
    }

    private List<Line> of(Article article, int count) {
        List<Line> all = lines.of(article);
        float[] whole = centre(all);
        var chosen = new ArrayList<Line>();
        chosen.add(all.get(0));
        var rest = new ArrayList<>(all.subList(1, all.size()));
        rest.removeIf(line -> line.words().size() < FEWEST_WORDS || Leaning.leans(line));
        while (chosen.size() < count && !rest.isEmpty()) {
            Line next = rest.stream()
                    .max(Comparator.comparingDouble(line -> worth(line, whole, chosen)))
                    .orElseThrow();
            chosen.add(next);
            rest.removeIf(line -> line.place().paragraph().equals(next.place().paragraph()));
        }
        chosen.sort(Comparator.comparing((Line line) -> line.place().paragraph().number())
                .thenComparing(Line::index));
        return chosen;
    }

    private static double worth(Line line, float[] whole, List<Line> chosen) {
        double told = chosen.stream()
                .mapToDouble(other -> Embeddings.cosine(line.vector(), other.vector()))
                .max()
                .orElse(0);
        return Embeddings.cosine(line.vector(), whole) - NOVELTY * told;
    }

    private static float[] centre(List<Line> all) {
        var centre = new float[all.get(0).vector().length];
        for (Line line : all) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += line.vector()[i] / all.size();
            }
        }
        return centre;
    }

    private static int howMany(String question) {
        Matcher asked = HOW_MANY.matcher(question);
        if (!asked.find()) {
            return SENTENCES;
        }
        String number = asked.group(1).toLowerCase(Locale.ROOT);
        int word = NUMBERS.indexOf(number);
        return Math.min(MOST, word >= 0 ? word + 1 : Integer.parseInt(number));
    }
}
