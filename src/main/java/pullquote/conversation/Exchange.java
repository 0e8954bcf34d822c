package pullquote.conversation;

import pullquote.answer.Answer;

/** A question and its answer, in the conversation they belong to. */
public record Exchange(String conversationId, Answer answer) {}
