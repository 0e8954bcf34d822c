package pullquote.answer;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Word;

/** Tells why there is no answer from what was asked and what was found, and shows the nearest places. */
public final class HonestRefusal implements Refusal {
    private static final int CLOSEST = 2;
    /** Under this nearness a sentence is about other things than the question. */
    private static final double RELATED = 0.3;
    /** What shares more of its words than this part with the articles is about what they are about. */
    private static final double SHARED = 0.33;

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d{2}\\b");
    private static final Pattern NOW = Pattern.compile(
            "\\b(?:today|now|nowadays|currently|current|at present|these days|this (?:week|month|year)|yesterday|tomorrow"
                    + "|latest|recently|so far|still|next (?:week|month|year|election)|(?:сейчас|сегодня|теперь|завтра|вчера"
                    + "|қазір|бүгін|ертең|кеше))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Library library;
    private final Embeddings embeddings;

    public HonestRefusal(Library library, Embeddings embeddings) {
        this.library = library;
        this.embeddings = embeddings;
    }

    @Override
    public Refused of(Question question, List<Passage> passages) {
        List<Evidence> closest = closest(question, passages);
        Reason reason = reason(question, passages, closest);
        return new Refused(reason, inWords(reason, question, passages), closest);
    }

    private Reason reason(Question question, List<Passage> passages, List<Evidence> closest) {
        if (library.isEmpty()) {
            return Reason.NOTHING_LOADED;
        }
        boolean foreign = library.articles(question.articleId()).stream()
                .noneMatch(article -> article.about().language().equals(question.writtenIn()));
        if (!isReadable(question, library.articles(question.articleId())) || question.isGlossed() && foreign) {
            return Reason.UNSUPPORTED_LANGUAGE;
        }
        if (closest.isEmpty() && !sharesWords(question, passages) && areUnderstood(passages)) {
            return Reason.OFF_TOPIC;
        }
        return isAboutLater(question, passages) ? Reason.AFTER_PUBLICATION : Reason.NOT_IN_ARTICLES;
    }

    /** Where nobody knows what words mean, other words may be about the same. */
    private boolean areUnderstood(List<Passage> passages) {
        return passages.isEmpty()
                || passages.stream()
                        .anyMatch(passage ->
                                embeddings.know(passage.article().about().language()));
    }

    private static boolean sharesWords(Question question, List<Passage> passages) {
        return passages.stream()
                .collect(Collectors.groupingBy(
                        passage -> passage.article().about().language()))
                .entrySet()
                .stream()
                .anyMatch(found -> sharesWords(
                        question.in(found.getKey()).orElse(question.text()), found.getKey(), found.getValue()));
    }

    private static boolean sharesWords(String text, String language, List<Passage> passages) {
        Set<String> there = passages.stream()
                .flatMap(passage -> Word.of(passage.paragraph().text(), language).stream())
                .map(Word::stem)
                .collect(Collectors.toSet());
        return shared(text, language, there) > SHARED;
    }

    /** The part of a text's words that are among others. */
    private static double shared(String text, String language, Set<String> there) {
        Set<String> words = Word.stems(Word.of(text, language));
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(there::contains).count() / words.size();
    }

    private static boolean isReadable(Question question, List<Article> articles) {
        return articles.stream()
                .anyMatch(article -> question.in(article.about().language()).isPresent());
    }

    /** Asks about a year after that of the newest passage, or about now. */
    private static boolean isAboutLater(Question question, List<Passage> passages) {
        Optional<LocalDate> newest = newest(passages);
        if (newest.isEmpty()) {
            return false;
        }
        boolean laterYear = YEAR.matcher(question.text())
                .results()
                .anyMatch(year ->
                        Year.parse(year.group()).getValue() > newest.get().getYear());
        return laterYear || NOW.matcher(question.text()).find();
    }

    private static Optional<LocalDate> newest(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.article().about().date().stream())
                .max(Comparator.naturalOrder());
    }

    private static String inWords(Reason reason, Question question, List<Passage> passages) {
        String date = newest(passages)
                .map(day -> Messages.date(day, question.language()))
                .orElse("");
        return Messages.in(question.language(), "not_found." + reason.code(), date);
    }

    private List<Evidence> closest(Question question, List<Passage> passages) {
        return passages.stream()
                .flatMap(passage ->
                        asked(question, passage.article().about().language())
                                .map(text -> closest(text, passage))
                                .stream())
                .filter(near -> near.nearness >= RELATED)
                .sorted(Comparator.comparingDouble(Near::nearness).reversed())
                .limit(CLOSEST)
                .map(Near::evidence)
                .toList();
    }

    /** What to compare with sentences in a language: the question in it, or as it was asked, if that can be compared. */
    private Optional<String> asked(Question question, String language) {
        boolean comparable = embeddings.know(language) && embeddings.know(question.writtenIn());
        return question.in(language).or(() -> Optional.of(question.text()).filter(text -> comparable));
    }

    private record Near(Evidence evidence, double nearness) {}

    private Near closest(String asked, Passage passage) {
        return passage.article().sentences(passage.paragraph()).stream()
                .map(span -> new Evidence(passage.article(), passage.paragraph(), span))
                .map(evidence -> new Near(evidence, nearness(asked, evidence)))
                .max(Comparator.comparingDouble(Near::nearness))
                .orElseThrow();
    }

    /** A cosine, or the part of its words that are there where nobody knows what they mean. */
    private double nearness(String asked, Evidence evidence) {
        String language = evidence.article().about().language();
        return embeddings.know(language)
                ? Embeddings.cosine(embeddings.of(asked), embeddings.of(evidence.quote()))
                : shared(asked, language, Word.stems(Word.of(evidence.quote(), language)));
    }
}
