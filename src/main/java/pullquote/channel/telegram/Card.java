package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.MessageEntity.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.answer.Answer;
import pullquote.answer.Citation;
import pullquote.answer.Evidence;
import pullquote.answer.Messages;
import pullquote.answer.Sentence;
import pullquote.channel.Links;
import pullquote.conversation.Reply;

/**
 * Something to be shown.
 *
 * @param parts one message each, in this order
 * @param keyboard under the last one
 */
record Card(List<Rich> parts, Keyboard keyboard) {
    private static final String APART = "\n\n";
    /** Telegram takes no address that only this machine, or this house, understands. */
    private static final Pattern PUBLIC = Pattern.compile(
            "https?://[^/:?#]+\\.(?!local\\b|internal\\b)(xn--[a-z0-9-]+|[a-z]{2,})([/:?#].*)?",
            Pattern.CASE_INSENSITIVE);

    Card {
        parts = List.copyOf(parts);
    }

    static Card of(Rich words, Keyboard keyboard) {
        var parts = new Parts();
        parts.add("", words);
        return new Card(parts.all(), keyboard);
    }

    static Card of(String words) {
        return of(Rich.plain(words), new Keyboard());
    }

    /**
     * An answer with its proof.
     *
     * @param pressed the question, if it was not written but stood on a button, where it can no longer be seen
     */
    static Card of(Reply reply, Optional<String> pressed, Links links) {
        Answer answer = reply.answer();
        String language = answer.question().language();
        var parts = new Parts();
        pressed.ifPresent(question -> parts.add("", Rich.of(question, Type.bold)));
        reply.standalone()
                .map(understood -> Messages.in(language, "telegram.understood", understood))
                .ifPresent(words -> parts.add(APART, Rich.of(words, Type.italic)));
        answer.leadIn().ifPresent(words -> parts.add(APART, Rich.plain(words)));
        String before = APART;
        for (Rich sentence : sentences(answer, links)) {
            parts.add(before, sentence);
            before = " ";
        }
        if (answer.sentences().stream().anyMatch(Sentence::isTranslation)) {
            parts.add(APART, Rich.of(Messages.in(language, "widget.original"), Type.italic));
        }
        answer.notice().ifPresent(words -> parts.add(APART, Rich.of(words, Type.italic)));
        parts.addTogether(APART, sources(answer, language));
        return new Card(parts.all(), keyboard(answer, language, links));
    }

    private static List<Rich> sentences(Answer answer, Links links) {
        return answer.isFound()
                ? answer.sentences().stream()
                        .map(sentence -> marked(sentence, answer, links))
                        .toList()
                : List.of(Rich.plain(answer.text()));
    }

    /** A mark leads to the place where the quote stands. */
    private static Rich marked(Sentence sentence, Answer answer, Links links) {
        Rich words = said(sentence, answer).plus(" ");
        for (int number : sentence.citations()) {
            Citation citation = answer.citations().get(number - 1);
            words = words.plus(mark(number, links.to(citation.evidence())));
        }
        return words;
    }

    /** A sentence; where it is the article's own, with the words in bold that answer. */
    private static Rich said(Sentence sentence, Answer answer) {
        Rich words = Rich.plain(sentence.text());
        return sentence.citations().stream()
                .map(number -> answer.citations().get(number - 1))
                .filter(citation -> citation.evidence().quote().equals(sentence.text()))
                .findFirst()
                .map(citation -> answering(words, citation))
                .orElse(words);
    }

    private static Rich answering(Rich quote, Citation citation) {
        int start = citation.evidence().span().start();
        return citation.answer()
                .map(answer -> quote.with(Type.bold, answer.start() - start, answer.end() - start))
                .orElse(quote);
    }

    private static Rich mark(int number, String url) {
        String mark = "[" + number + "]";
        return isPublic(url) ? Rich.link(mark, url) : Rich.plain(mark);
    }

    private static List<Rich> sources(Answer answer, String language) {
        var sources = new ArrayList<Rich>();
        for (Citation citation : answer.citations()) {
            sources.add(Rich.of("[" + citation.number() + "] ", Type.bold)
                    .plus(place(citation.evidence(), language))
                    .plus(answering(quote(citation.evidence()), citation)));
        }
        for (Evidence closest : answer.closest()) {
            Rich heading = sources.isEmpty()
                    ? Rich.of(Messages.in(language, "telegram.closest"), Type.italic)
                            .plus("\n")
                    : Rich.NONE;
            sources.add(heading.plus(place(closest, language)).plus(quote(closest)));
        }
        return sources;
    }

    private static String place(Evidence evidence, String language) {
        var about = evidence.article().about();
        String date =
                about.date().map(day -> " · " + Messages.date(day, language)).orElse("");
        return about.title() + date + " · ¶ " + evidence.paragraph().number() + "\n";
    }

    private static Rich quote(Evidence evidence) {
        return Rich.of(evidence.quote(), Type.expandable_blockquote);
    }

    private static Keyboard keyboard(Answer answer, String language, Links links) {
        var keyboard = new Keyboard();
        answer.citations()
                .forEach(citation -> open(
                        keyboard,
                        citation.evidence(),
                        answer.citations().size() > 1 ? "[" + citation.number() + "] " : "",
                        language,
                        links));
        answer.closest().forEach(closest -> open(keyboard, closest, "", language, links));
        keyboard.questions(answer.suggestions());
        return answer.isFound() || answer.reason().isPresent()
                ? keyboard.row(
                        Keyboard.press("👍", Keyboard.UP, answer.id()),
                        Keyboard.press("👎", Keyboard.DOWN, answer.id()))
                : keyboard;
    }

    private static void open(Keyboard keyboard, Evidence evidence, String mark, String language, Links links) {
        String url = links.to(evidence);
        if (isPublic(url)) {
            String label =
                    Messages.in(language, "telegram.open", evidence.paragraph().number());
            keyboard.row(Keyboard.link(mark + label, url));
        }
    }

    private static boolean isPublic(String url) {
        return PUBLIC.matcher(url).matches();
    }
}
