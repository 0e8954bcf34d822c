package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.MessageEntity.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.answer.Sentence;
import pullquote.channel.Links;
import pullquote.conversation.Reply;
import pullquote.text.Messages;

/**
 * Represents a response of the bot as formatted messages with buttons.
 *
 * @param parts text of each message, in order
 * @param keyboard buttons under the last message
 */
record AnswerMessage(List<FormattedText> parts, Keyboard keyboard) {
    private static final String PARAGRAPH_SEPARATOR = "\n\n";
    /** Matches public URLs. Telegram rejects those that resolve only on this machine or in a local network. */
    private static final Pattern PUBLIC_URL = Pattern.compile(
            "https?://[^/:?#]+\\.(?!local\\b|internal\\b)(xn--[a-z0-9-]+|[a-z]{2,})([/:?#].*)?",
            Pattern.CASE_INSENSITIVE);

    AnswerMessage {
        parts = List.copyOf(parts);
    }

    static AnswerMessage of(FormattedText text, Keyboard keyboard) {
        var parts = new MessageSplitter();
        parts.add("", text);
        return new AnswerMessage(parts.messages(), keyboard);
    }

    static AnswerMessage of(String text) {
        return of(FormattedText.plain(text), new Keyboard());
    }

    /**
     * Returns an answer with its quotes and sources.
     *
     * @param pressed the question, if it was asked with a button; it is repeated, as the chat does not show it
     */
    static AnswerMessage of(Reply reply, Optional<String> pressed, Links links) {
        Answer answer = reply.answer();
        String language = answer.question().messageLanguage();
        var parts = new MessageSplitter();
        pressed.ifPresent(question -> parts.add("", FormattedText.styled(question, Type.bold)));
        reply.standaloneQuestion()
                .map(question -> Messages.get(language, "telegram.understood", question))
                .ifPresent(text -> parts.add(PARAGRAPH_SEPARATOR, FormattedText.styled(text, Type.italic)));
        answer.leadIn().ifPresent(text -> parts.add(PARAGRAPH_SEPARATOR, FormattedText.plain(text)));
        String separator = PARAGRAPH_SEPARATOR;
        for (FormattedText sentence : formatSentences(answer, links)) {
            parts.add(separator, sentence);
            separator = " ";
        }
        if (answer.sentences().stream().anyMatch(Sentence::isTranslated)) {
            parts.add(
                    PARAGRAPH_SEPARATOR, FormattedText.styled(Messages.get(language, "widget.original"), Type.italic));
        }
        answer.notice().ifPresent(text -> parts.add(PARAGRAPH_SEPARATOR, FormattedText.styled(text, Type.italic)));
        parts.addGroup(PARAGRAPH_SEPARATOR, formatSources(answer, language));
        return new AnswerMessage(parts.messages(), createKeyboard(answer, language, links));
    }

    private static List<FormattedText> formatSentences(Answer answer, Links links) {
        return answer.isAnswered()
                ? answer.sentences().stream()
                        .map(sentence -> withCitationMarks(sentence, answer, links))
                        .toList()
                : List.of(FormattedText.plain(answer.text()));
    }

    /** Returns the sentence with citation marks that link to its quotes. */
    private static FormattedText withCitationMarks(Sentence sentence, Answer answer, Links links) {
        FormattedText text = formatSentence(sentence, answer).append(" ");
        for (int number : sentence.citationNumbers()) {
            Citation citation = answer.citations().get(number - 1);
            text = text.append(formatCitationMark(number, links.urlFor(citation.evidence())));
        }
        return text;
    }

    /** Returns the sentence. If it is a verbatim quote, the words that answer the question are bold. */
    private static FormattedText formatSentence(Sentence sentence, Answer answer) {
        FormattedText text = FormattedText.plain(sentence.text());
        return sentence.citationNumbers().stream()
                .map(number -> answer.citations().get(number - 1))
                .filter(citation -> citation.evidence().quote().equals(sentence.text()))
                .findFirst()
                .map(citation -> withBoldAnswer(text, citation))
                .orElse(text);
    }

    private static FormattedText withBoldAnswer(FormattedText quote, Citation citation) {
        int start = citation.evidence().span().start();
        return citation.answerSpan()
                .map(answer -> quote.withEntity(Type.bold, answer.start() - start, answer.end() - start))
                .orElse(quote);
    }

    private static FormattedText formatCitationMark(int number, String url) {
        String mark = "[" + number + "]";
        return isPublicUrl(url) ? FormattedText.link(mark, url) : FormattedText.plain(mark);
    }

    private static List<FormattedText> formatSources(Answer answer, String language) {
        var sources = new ArrayList<FormattedText>();
        for (Citation citation : answer.citations()) {
            sources.add(FormattedText.styled("[" + citation.number() + "] ", Type.bold)
                    .append(formatLocation(citation.evidence(), language))
                    .append(withBoldAnswer(formatQuote(citation.evidence()), citation)));
        }
        for (Evidence closest : answer.closest()) {
            FormattedText heading = sources.isEmpty()
                    ? FormattedText.styled(Messages.get(language, "telegram.closest"), Type.italic)
                            .append("\n")
                    : FormattedText.EMPTY;
            sources.add(heading.append(formatLocation(closest, language)).append(formatQuote(closest)));
        }
        return sources;
    }

    private static String formatLocation(Evidence evidence, String language) {
        var frontMatter = evidence.article().frontMatter();
        String date = frontMatter
                .date()
                .map(day -> " · " + Messages.formatDate(day, language))
                .orElse("");
        return frontMatter.title() + date + " · ¶ " + evidence.paragraph().number() + "\n";
    }

    private static FormattedText formatQuote(Evidence evidence) {
        return FormattedText.styled(evidence.quote(), Type.expandable_blockquote);
    }

    private static Keyboard createKeyboard(Answer answer, String language, Links links) {
        var keyboard = new Keyboard();
        answer.citations()
                .forEach(citation -> addOpenButton(
                        keyboard,
                        citation.evidence(),
                        answer.citations().size() > 1 ? "[" + citation.number() + "] " : "",
                        language,
                        links));
        answer.closest().forEach(closest -> addOpenButton(keyboard, closest, "", language, links));
        keyboard.addQuestions(answer.suggestions());
        return answer.isAnswered() || answer.reason().isPresent()
                ? keyboard.addRow(
                        Keyboard.callbackButton("👍", Keyboard.RATE_UP, answer.id()),
                        Keyboard.callbackButton("👎", Keyboard.RATE_DOWN, answer.id()))
                : keyboard;
    }

    private static void addOpenButton(Keyboard keyboard, Evidence evidence, String mark, String language, Links links) {
        String url = links.urlFor(evidence);
        if (isPublicUrl(url)) {
            String label =
                    Messages.get(language, "telegram.open", evidence.paragraph().number());
            keyboard.addRow(Keyboard.linkButton(mark + label, url));
        }
    }

    private static boolean isPublicUrl(String url) {
        return PUBLIC_URL.matcher(url).matches();
    }
}
