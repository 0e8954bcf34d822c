package pullquote.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.QuestionFile;
import pullquote.channel.cli.AnswerPrinter;
import pullquote.conversation.ChatService;
import pullquote.conversation.Reply;
import pullquote.query.Question;
import pullquote.retrieval.ProgressListener;

/** Asks the questions of files and scores the answers. */
public final class Evaluation {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final ChatService conversations;
    private final Library library;
    private final ProgressListener progress;

    public Evaluation(ChatService conversations, Library library, ProgressListener progress) {
        this.conversations = conversations;
        this.library = library;
        this.progress = progress;
    }

    /** A question file that cannot be read. The message tells where and why. */
    public static final class InvalidFile extends IllegalArgumentException {
        InvalidFile(String message) {
            super(message);
        }
    }

    /**
     * How it went.
     *
     * @param text a table with a row for each type of question and one for all, and below it the questions that went
     *     wrong
     * @param keepsItsPromises whether no editor's question went wrong
     */
    public record Report(String text, boolean passed) {}

    /**
     * Asks them all.
     *
     * @throws InvalidFile if one cannot be read
     */
    public Report of(List<Path> files) {
        Map<String, EvalCase> trials = new LinkedHashMap<>();
        files.forEach(file -> read(file).forEach(trial -> trials.put(trial.id(), trial)));
        Map<String, EvalReport> groups = new TreeMap<>();
        var all = new EvalReport();
        var wrong = new StringBuilder();
        boolean promises = true;
        int done = 0;
        for (EvalCase trial : trials.values()) {
            Answer answer = run(trial, trials);
            groups.computeIfAbsent(trial.group(), group -> new EvalReport()).add(trial, answer);
            all.add(trial, answer);
            if (!EvalReport.isGood(trial, answer)) {
                promises &= !trial.group().equals(EvalCase.CURATED);
                wrong.append(trial.id()).append(": ").append(trial.question()).append("\n    ");
                wrong.append(answer.text()).append("\n");
            }
            progress.onProgress("questions", ++done, trials.size());
        }
        var table = new StringBuilder(EvalReport.HEAD);
        groups.forEach((group, score) -> table.append(score.row(group)));
        return new Report(table + all.row("all") + (wrong.isEmpty() ? "" : "\nWent wrong:\n" + wrong), promises);
    }

    /** In a conversation of its own, behind the question that it follows up. */
    private Answer run(EvalCase trial, Map<String, EvalCase> trials) {
        Optional<String> conversation = Optional.ofNullable(trial.after())
                .flatMap(id -> Optional.ofNullable(trials.get(id)))
                .map(before -> run(before, Optional.empty()).conversationId());
        return run(trial, conversation).answer();
    }

    private Reply run(EvalCase trial, Optional<String> conversation) {
        var question = Question.of(trial.question(), Optional.empty(), Optional.ofNullable(trial.article()));
        return conversations.ask(AnswerPrinter.CHANNEL, conversation, question, AnswerListener.NO_OP);
    }

    private List<EvalCase> read(Path file) {
        return QuestionFile.isQuestionFile(file) ? curatedQuestions(file) : jsonLines(file);
    }

    private List<EvalCase> curatedQuestions(Path file) {
        QuestionFile.Loaded loaded = QuestionFile.load(file, file.toString(), library);
        loaded.issues().stream().findFirst().ifPresent(fault -> {
            throw new InvalidFile(fault.toString());
        });
        Article article = library.article(loaded.articleId()).orElseThrow();
        return loaded.questions().stream()
                .map(question -> EvalCase.of(question, article))
                .toList();
    }

    private static List<EvalCase> jsonLines(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidFile(file + ": cannot be read. Give a file of JSON lines in UTF-8.");
        }
        var trials = new ArrayList<EvalCase>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                trials.add(read(lines.get(i), file + ", line " + (i + 1)));
            }
        }
        return trials;
    }

    private static EvalCase read(String line, String place) {
        try {
            EvalCase trial = JSON.readValue(line, EvalCase.class);
            if (trial == null
                    || trial.id() == null
                    || trial.question() == null
                    || trial.question().isBlank()) {
                throw new InvalidFile(place + ": no question. Give at least \"id\" and \"question\".");
            }
            return trial;
        } catch (JsonProcessingException e) {
            throw new InvalidFile(place + ": no JSON object: " + e.getOriginalMessage());
        }
    }
}
