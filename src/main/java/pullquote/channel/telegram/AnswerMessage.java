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
 * Something to be shown.
 *
 * @param parts one message each, in this order
 * @param keyboard under the last one
 */
record AnswerMessage(List<FormattedText> parts, Keyboard keyboard) {
    private static final String SEPARATOR = "\n\n";
    /** Telegram takes no address that only this machine, or this house, understands. */
    private static final Pattern PUBLIC_URL = Pattern.compile(
            "https?://[^/:?#]+\\.(?!local\\b|internal\\b)(xn--[a-z0-9-]+|[a-z]{2,})([/:?#].*)?",
            Pattern.CASE_INSENSITIVE);

    AnswerMessage {
        parts = List.copyOf(parts);
    }

    static AnswerMessage of(FormattedText words, Keyboard keyboard) {
        var parts = new MessageSplitter();
        parts.add("", words);
        return new AnswerMessage(parts.messages(), keyboard);
    }

    static AnswerMessage of(String words) {
        return of(FormattedText.plain(words), new Keyboard());
    }

    /**
     * An answer with its proof.
     *
     * @param pressed the question, if it was not written but stood on a button, where it can no longer be seen
     */
    static AnswerMessage of(Reply reply, Optional<String> pressed, Links links) {
        Answer answer = reply.answer();
        String language = answer.question().language();
        var parts = new MessageSplitter();
        pressed.ifPresent(question -> parts.add("", FormattedText.styled(question, Type.bold)));
        reply.standaloneQuestion()
                .map(understood -> Messages.get(language, "telegram.understood", understood))
                .ifPresent(words -> parts.add(SEPARATOR, FormattedText.styled(words, Type.italic)));
        answer.leadIn().ifPresent(words -> parts.add(SEPARATOR, FormattedText.plain(words)));
        String before = SEPARATOR;
        for (FormattedText sentence : sentences(answer, links)) {
            parts.add(before, sentence);
            before = " ";
        }
        if (answer.sentences().stream().anyMatch(Sentence::isTranslated)) {
            parts.add(SEPARATOR, FormattedText.styled(Messages.get(language, "widget.original"), Type.italic));
        }
        answer.notice().ifPresent(words -> parts.add(SEPARATOR, FormattedText.styled(words, Type.italic)));
        parts.addTogether(SEPARATOR, sources(answer, language));
        return new AnswerMessage(parts.messages(), keyboard(answer, language, links));
    }

    private static List<FormattedText> sentences(Answer answer, Links links) {
        return answer.isAnswered()
                ? answer.sentences().stream()
                        .map(sentence -> withMarks(sentence, answer, links))
                        .toList()
                : List.of(FormattedText.plain(answer.text()));
    }

    /** A mark leads to the place where the quote stands. */
    private static FormattedText withMarks(Sentence sentence, Answer answer, Links links) {
        FormattedText words = formatSentence(sentence, answer).append(" ");
        for (int number : sentence.citationNumbers()) {
            Citation citation = answer.citations().get(number - 1);
            words = words.append(citationMark(number, links.to(citation.evidence())));
        }
        return words;
    }

    /** A sentence; where it is the article's own, with the words in bold that answer. */
    private static FormattedText formatSentence(Sentence sentence, Answer answer) {
        FormattedText words = FormattedText.plain(sentence.text());
        return sentence.citationNumbers().stream()
                .map(number -> answer.citations().get(number - 1))
                .filter(citation -> citation.evidence().quote().equals(sentence.text()))
                .findFirst()
                .map(citation -> withAnswerBold(words, citation))
                .orElse(words);
    }

    private static FormattedText withAnswerBold(FormattedText quote, Citation citation) {
        int start = citation.evidence().span().start();
        return citation.answerSpan()
                .map(answer -> quote.withEntity(Type.bold, answer.start() - start, answer.end() - start))
                .orElse(quote);
    }

    private static FormattedText citationMark(int number, String url) {
        String mark = "[" + number + "]";
        return isPublic(url) ? FormattedText.link(mark, url) : FormattedText.plain(mark);
    }

    private static List<FormattedText> sources(Answer answer, String language) {
        var sources = new ArrayList<FormattedText>();
        for (Citation citation : answer.citations()) {
            sources.add(FormattedText.styled("[" + citation.number() + "] ", Type.bold)
                    .append(location(citation.evidence(), language))
                    .append(withAnswerBold(quote(citation.evidence()), citation)));
        }
        for (Evidence closest : answer.closest()) {
            FormattedText heading = sources.isEmpty()
                    ? FormattedText.styled(Messages.get(language, "telegram.closest"), Type.italic)
                            .append("\n")
                    : FormattedText.EMPTY;
            sources.add(heading.append(location(closest, language)).append(quote(closest)));
        }
        return sources;
    }

    private static String location(Evidence evidence, String language) {
        var about = evidence.article().frontMatter();
        String date = about.date()
                .map(day -> " · " + Messages.formatDate(day, language))
                .orElse("");
        return about.title() + date + " · ¶ " + evidence.paragraph().number() + "\n";
    }

    private static FormattedText quote(Evidence evidence) {
        return FormattedText.styled(evidence.quote(), Type.expandable_blockquote);
    }

    private static Keyboard keyboard(Answer answer, String language, Links links) {
        var keyboard = new Keyboard();
        answer.citations()
                .forEach(citation -> addOpenButton(
                        keyboard,
                        citation.evidence(),
                        answer.citations().size() > 1 ? "[" + citation.number() + "] " : "",
                        language,
                        links));
        answer.closest().forEach(closest -> addOpenButton(keyboard, closest, "", language, links));
        keyboard.questions(answer.suggestions());
        return answer.isAnswered() || answer.reason().isPresent()
                ? keyboard.row(
                        Keyboard.button("👍", Keyboard.UP, answer.id()),
                        Keyboard.button("👎", Keyboard.DOWN, answer.id()))
                : keyboard;
    }

    private static void addOpenButton(Keyboard keyboard, Evidence evidence, String mark, String language, Links links) {
        String url = links.to(evidence);
        if (isPublic(url)) {
            String label =
                    Messages.get(language, "telegram.open", evidence.paragraph().number());
            keyboard.row(Keyboard.link(mark + label, url));
        }
    }

    private static boolean isPublic(String url) {
        return PUBLIC_URL.matcher(url).matches();
    }
}
