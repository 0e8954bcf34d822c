package pullquote.conversation;

import pullquote.answer.Answer;
import pullquote.query.Question;

/** What a user means: something that needs no article, or a question for the articles. */
sealed interface UnderstoodQuery {
    /** Small talk, with its answer. */
    record AnsweredBySmallTalk(Answer answer) implements UnderstoodQuery {}

    /** A question for the articles: self-contained, and translated into their languages where necessary. */
    record ForArticles(Question question) implements UnderstoodQuery {}
}
