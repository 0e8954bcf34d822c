package pullquote.article;

import java.util.Optional;

/**
 * Contains a question that an editor wrote for an article.
 *
 * @param text the question, 1 to 2,000 characters
 * @param paragraph the number of the paragraph that the answer must cite; empty if any paragraph is accepted
 * @param isUnanswerable true if the article does not contain the answer and the bot must say so
 * @param line the line number in the question file, from 1
 */
public record CuratedQuestion(String text, Optional<Integer> paragraph, boolean isUnanswerable, int line) {}
