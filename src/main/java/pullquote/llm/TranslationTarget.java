package pullquote.llm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pullquote.article.Library;
import pullquote.query.Question;

/** Knows which questions have to be translated: those that no article is in the language of. */
record TranslationTarget(Library library) {
    /** The language of most articles that may answer a question, if none of them is in its own. */
    Optional<String> languageFor(Question question) {
        List<String> languages = library.articles(question.articleId()).stream()
                .map(article -> article.frontMatter().language())
                .toList();
        return languages.contains(question.detectedLanguage())
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
