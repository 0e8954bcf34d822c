package pullquote.channel;

import java.util.List;
import pullquote.answer.Answerer;
import pullquote.answer.Newsroom;
import pullquote.answer.Question;
import pullquote.answer.Writer;
import pullquote.answer.WriterException;
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
