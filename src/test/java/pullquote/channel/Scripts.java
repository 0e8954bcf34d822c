package pullquote.channel;

import java.util.List;
import pullquote.answer.Answerer;
import pullquote.answer.Draft;
import pullquote.answer.Evidence;
import pullquote.answer.Newsroom;
import pullquote.answer.Question;
import pullquote.answer.Writer;
import pullquote.answer.WriterException;
import pullquote.article.Span;
import pullquote.retrieval.Passage;

/** Writers that do as they are told. */
public final class Scripts {
    private Scripts() {}

    public interface Script {
        void write(List<Passage> passages, Writer.Desk desk) throws WriterException, InterruptedException;
    }

    public static Answerer silent() {
        return writing((passages, desk) -> {});
    }

    /** Quotes the best paragraph, and marks these words of it as the answer. */
    public static Answerer marking(String words) {
        return writing((passages, desk) -> {
            Evidence whole = Newsroom.evidence(passages.get(0));
            int at = whole.quote().indexOf(words);
            var answer = new Evidence(whole.article(), whole.paragraph(), new Span(at, at + words.length()));
            desk.put(new Draft(whole.quote(), List.of(whole)).marking(answer));
        });
    }

    public static Answerer writing(Script script) {
        return Newsroom.with(() -> TeaHouse.LIBRARY, new Writer() {
            @Override
            public String name() {
                return "script/1";
            }

            @Override
            public void write(Question question, List<Passage> passages, Desk desk) throws WriterException {
                try {
                    script.write(passages, desk);
                } catch (InterruptedException e) {
                    throw new WriterException("interrupted", e);
                }
            }
        });
    }
}
