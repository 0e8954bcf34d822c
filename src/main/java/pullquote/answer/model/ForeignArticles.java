package pullquote.answer.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pullquote.answer.Question;
import pullquote.article.Library;

/** Knows which questions have to be translated: those that no article is in the language of. */
record ForeignArticles(Library library) {
    /** The language of most articles that may answer a question, if none of them is in its own. */
    Optional<String> languageFor(Question question) {
        List<String> languages = library.articles(question.articleId()).stream()
                .map(article -> article.about().language())
                .toList();
        return languages.contains(question.writtenIn())
                ? Optional.empty()
                : languages.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey);
    }
}
