package pullquote.article;

import java.util.Optional;

/**
 * A question that an editor put beside an article.
 *
 * @param text 1 to 2,000 characters
 * @param paragraph the number of the paragraph that must be cited; if empty, any of the article will do
 * @param isUnanswerable whether the article does not say, and the question must be refused
 * @param line where it stands in its file, from 1
 */
public record CuratedQuestion(String text, Optional<Integer> paragraph, boolean isUnanswerable, int line) {}
