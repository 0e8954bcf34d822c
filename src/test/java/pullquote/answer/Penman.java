package pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pullquote.retrieval.Passage;

/** A writer who writes what it was told to. */
final class Penman implements Writer {
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    int asked;

    private interface Step {
        void take(Desk desk) throws WriterException;
    }

    Penman(String name) {
        this.name = name;
    }

    /** Drafts a sentence; what it rests on is for the proof to find. */
    Penman writes(String sentence) {
        steps.add(desk -> desk.put(new Draft(sentence, List.of())));
        return this;
    }

    Penman writes(Evidence evidence) {
        steps.add(desk -> desk.put(new Draft(evidence.quote(), List.of(evidence))));
        return this;
    }

    Penman does(Consumer<Desk> what) {
        steps.add(what::accept);
        return this;
    }

    Penman breaksOff() {
        steps.add(desk -> {
            throw new WriterException("the line went dead");
        });
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(Question question, List<Passage> passages, Desk desk) throws WriterException {
        asked++;
        for (Step step : steps) {
            step.take(desk);
        }
    }
}
