package pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** A writer who writes what it was told to. */
final class ScriptedGenerator implements Generator {
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    int callCount;

    private interface Step {
        void run(DraftSink desk) throws GeneratorException;
    }

    ScriptedGenerator(String name) {
        this.name = name;
    }

    /** Drafts a sentence; what it rests on is for the proof to find. */
    ScriptedGenerator drafts(String sentence) {
        steps.add(desk -> desk.accept(new DraftSentence(sentence, List.of())));
        return this;
    }

    ScriptedGenerator drafts(Evidence evidence) {
        steps.add(desk -> desk.accept(new DraftSentence(evidence.quote(), List.of(evidence))));
        return this;
    }

    ScriptedGenerator runs(Consumer<DraftSink> what) {
        steps.add(what::accept);
        return this;
    }

    ScriptedGenerator fails() {
        steps.add(desk -> {
            throw new GeneratorException("the line went dead");
        });
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void generate(Question question, List<Passage> passages, DraftSink desk) throws GeneratorException {
        callCount++;
        for (Step step : steps) {
            step.run(desk);
        }
    }
}
