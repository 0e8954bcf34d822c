package pullquote.channel.http;

import java.util.List;
import pullquote.answer.Answerer;
import pullquote.answer.DraftSentence;
import pullquote.answer.Evidence;
import pullquote.answer.Generator;
import pullquote.answer.GeneratorException;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;
import pullquote.query.Question;
import pullquote.retrieval.Passage;
import pullquote.text.Span;

/** Writers that do as they are told. */
public final class ScriptedAnswerers {
    private ScriptedAnswerers() {}

    public interface Script {
        void generate(List<Passage> passages, Generator.DraftSink desk) throws GeneratorException, InterruptedException;
    }

    public static Answerer createSilent() {
        return create((passages, desk) -> {});
    }

    /** Quotes the best paragraph, and marks these words of it as the answer. */
    public static Answerer createWithAnswerSpan(String words) {
        return create((passages, desk) -> {
            Evidence whole = TestAnswerers.evidence(passages.get(0));
            int at = whole.quote().indexOf(words);
            var answer = new Evidence(whole.article(), whole.paragraph(), new Span(at, at + words.length()));
            desk.accept(new DraftSentence(whole.quote(), List.of(whole)).withAnswerSpan(answer));
        });
    }

    public static Answerer create(Script script) {
        return TestAnswerers.create(() -> TeaHouseArticles.LIBRARY, new Generator() {
            @Override
            public String name() {
                return "script/1";
            }

            @Override
            public void generate(Question question, List<Passage> passages, DraftSink desk) throws GeneratorException {
                try {
                    script.generate(passages, desk);
                } catch (InterruptedException e) {
                    throw new GeneratorException("interrupted", e);
                }
            }
        });
    }
}
