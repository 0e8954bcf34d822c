package pullquote.llm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pullquote.article.Library;
import pullquote.query.Question;

/** Selects the language for translating a question, if no article is in the language of the question. */
record TranslationTarget(Library library) {
    /**
     * Returns the most common language of the articles that may answer the question, or empty if one of them is in the
     * language of the question. Of equally common languages, the first in alphabetical order is used.
     */
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
