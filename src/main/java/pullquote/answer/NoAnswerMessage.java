package pullquote.answer;

import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.text.Messages;

/** Tells a reader that no answer was found: what was searched, and never more than is known. */
final class NoAnswerMessage {
    private NoAnswerMessage() {}

    /** Returns the text in the language of the product's messages. */
    static String of(NoAnswer noAnswer, Question question) {
        String key = "not_found." + noAnswer.reason().code();
        if (noAnswer.reason() == NoAnswerReason.NOTHING_LOADED) {
            return Messages.get(question.messageLanguage(), key);
        }
        String date = noAnswer.latestDate()
                .map(day -> Messages.formatDate(day, question.messageLanguage()))
                .orElse("");
        String number = noAnswer.articleCount() == 1 ? ".one" : ".many";
        return Messages.get(question.messageLanguage(), key + number, noAnswer.articleCount(), date);
    }
}
