package pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** A generator with a scripted answer. */
final class ScriptedGenerator implements Generator {
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    int callCount;

    private interface Step {
        void run(DraftSink sink) throws GeneratorException;
    }

    ScriptedGenerator(String name) {
        this.name = name;
    }

    /** Drafts a sentence without evidence, which the verifier must find. */
    ScriptedGenerator drafts(String sentence) {
        steps.add(sink -> sink.accept(new DraftSentence(sentence, List.of())));
        return this;
    }

    ScriptedGenerator drafts(Evidence evidence) {
        steps.add(sink -> sink.accept(new DraftSentence(evidence.quote(), List.of(evidence))));
        return this;
    }

    ScriptedGenerator runs(Consumer<DraftSink> what) {
        steps.add(what::accept);
        return this;
    }

    ScriptedGenerator fails() {
        steps.add(sink -> {
            throw new GeneratorException("the line went dead");
        });
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void generate(Question question, List<Passage> passages, DraftSink sink) throws GeneratorException {
        callCount++;
        for (Step step : steps) {
            step.run(sink);
        }
    }
}
