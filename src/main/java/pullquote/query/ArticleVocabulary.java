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

/** Indexes the words of English articles, so that a translation can use the wording of the articles. */
final class ArticleVocabulary {
    private static final String ENGLISH = "en";
    /** Minimum length of a cognate, in characters. Shorter words match by chance. */
    private static final int MIN_COGNATE_LENGTH = 5;
    /** Inflected forms of irregular verbs, which stemming does not relate: build, built. */
    private static final Map<String, List<String>> IRREGULAR = WordLists.readLines("irregular-verbs.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(
                    forms -> forms.get(0), forms -> forms.subList(1, forms.size()), (one, other) -> one));

    private final Set<String> stems = new HashSet<>();
    /** Words long enough to recognize cognates. */
    private final Set<String> surfaceForms = new TreeSet<>();
    /** Names as written in the articles, by transliteration key. */
    private final Map<String, String> names = new HashMap<>();
    /** Names as written in the articles, by their canonical name. */
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
                .forEach(mention -> knownNames.merge(
                        mention.canonicalName(),
                        text.substring(mention.start(), mention.end()),
                        ArticleVocabulary::shorterOf));
    }

    private static String shorterOf(String one, String other) {
        return other.length() < one.length() ? other : one;
    }

    /** Returns the first of the words that the articles use, or the first word if they use none. */
    String firstOccurring(List<String> words) {
        return occurring(words).findFirst().orElse(words.get(0));
    }

    /** Returns the words that the articles use, in any form. */
    Stream<String> occurring(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.concat(Stream.of(word), IRREGULAR.getOrDefault(word, List.of()).stream()))
                .filter(this::containsAllWords);
    }

    private boolean containsAllWords(String words) {
        List<Word> all = Word.tokenize(words, ENGLISH);
        return all.stream().allMatch(word -> word.stem().isEmpty() || stems.contains(word.stem()));
    }

    /** Returns the articles' spelling of a name written in another script. */
    Optional<String> nameFor(String word) {
        return Transliterator.keys(word).stream()
                .filter(names::containsKey)
                .map(names::get)
                .findFirst();
    }

    /** Returns a word of the articles with the same origin as a word in another script: "marathon" for "марафон". */
    Optional<String> findCognate(String word) {
        return surfaceForms.stream()
                .filter(form -> Transliterator.isCognate(word, form))
                .findFirst();
    }

    /** Returns the articles' spelling of a known name, for example of an organization or a country. */
    String knownName(String name) {
        return knownNames.getOrDefault(name, name);
    }
}
