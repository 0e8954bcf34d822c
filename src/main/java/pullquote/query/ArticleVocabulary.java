package pullquote.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.text.Gazetteer;
import pullquote.text.Transliterator;
import pullquote.text.Word;
import pullquote.text.WordLists;

/** The words of English articles, to choose from: of several that mean the same, what the articles say themselves. */
final class ArticleVocabulary {
    private static final String ENGLISH = "en";
    private static final int MIN_COGNATE_LENGTH = 5;
    /** The other forms of verbs, which no stemmer brings together: build, built. */
    private static final Map<String, List<String>> IRREGULAR = WordLists.readLines("irregular-verbs.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(
                    forms -> forms.get(0), forms -> forms.subList(1, forms.size()), (one, other) -> one));

    private final Set<String> stems = new HashSet<>();
    /** Words long enough to tell where they come from. */
    private final Set<String> surfaceForms = new TreeSet<>();
    /** Names as written, by what they have in common with all their spellings. */
    private final Map<String, String> names = new HashMap<>();
    /** Names as written, by the name they are known under. */
    private final Map<String, String> knownNames = new HashMap<>();

    ArticleVocabulary(List<Article> articles) {
        articles.stream().flatMap(ArticleVocabulary::texts).forEach(this::add);
    }

    private static Stream<String> texts(Article article) {
        return Stream.concat(
                Stream.of(article.frontMatter().title()),
                article.paragraphs().stream().map(Paragraph::text));
    }

    private void add(String text) {
        for (Word word : Word.tokenize(text, ENGLISH)) {
            if (!word.stem().isEmpty()) {
                stems.add(word.stem());
            }
            if (!word.isName() && !word.stem().isEmpty() && word.text().length() >= MIN_COGNATE_LENGTH) {
                surfaceForms.add(word.lower());
            }
            if (word.isName()) {
                names.putIfAbsent(Transliterator.key(word.text()), word.text().replaceFirst("['’]s$", ""));
            }
        }
        Gazetteer.find(text)
                .forEach(known -> knownNames.merge(
                        known.canonicalName(),
                        text.substring(known.start(), known.end()),
                        ArticleVocabulary::shorterOf));
    }

    private static String shorterOf(String one, String other) {
        return other.length() < one.length() ? other : one;
    }

    /** The first of some words that the articles use; if they use none, the first. */
    String mostFrequent(List<String> words) {
        return occurring(words).findFirst().orElse(words.get(0));
    }

    /** Those of some words that the articles use, in any form. */
    Stream<String> occurring(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.concat(Stream.of(word), IRREGULAR.getOrDefault(word, List.of()).stream()))
                .filter(this::occurrences);
    }

    private boolean occurrences(String words) {
        List<Word> all = Word.tokenize(words, ENGLISH);
        return all.stream().allMatch(word -> word.stem().isEmpty() || stems.contains(word.stem()));
    }

    /** How the articles write a name that was written in other letters, if they have it. */
    Optional<String> nameFor(String written) {
        return Transliterator.keys(written).stream()
                .filter(names::containsKey)
                .map(names::get)
                .findFirst();
    }

    /** A word of theirs that has the same origin as one in other letters: marathon for марафон. */
    Optional<String> cognate(String written) {
        return surfaceForms.stream()
                .filter(word -> Transliterator.isCognate(written, word))
                .findFirst();
    }

    /** How the articles write an organisation, a country or the like. */
    String knownName(String name) {
        return knownNames.getOrDefault(name, name);
    }
}
