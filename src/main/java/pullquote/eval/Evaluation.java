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

/** Asks the questions in files and scores the answers. */
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

    /** Thrown if a question file is invalid. The message says where and why. */
    public static final class InvalidFile extends IllegalArgumentException {
        InvalidFile(String message) {
            super(message);
        }
    }

    /**
     * The result of an evaluation.
     *
     * @param text a table with a row for each group of questions and one for all, followed by the failed questions
     * @param passed true if no editor's question failed
     */
    public record Report(String text, boolean passed) {}

    /**
     * Asks all questions in the files and returns the results.
     *
     * @throws InvalidFile if a file is invalid
     */
    public Report of(List<Path> files) {
        Map<String, EvalCase> cases = new LinkedHashMap<>();
        files.forEach(file -> read(file).forEach(evalCase -> cases.put(evalCase.id(), evalCase)));
        Map<String, EvalReport> groups = new TreeMap<>();
        var all = new EvalReport();
        var failures = new StringBuilder();
        boolean passed = true;
        int done = 0;
        for (EvalCase evalCase : cases.values()) {
            Answer answer = run(evalCase, cases);
            groups.computeIfAbsent(evalCase.group(), group -> new EvalReport()).add(evalCase, answer);
            all.add(evalCase, answer);
            if (!EvalReport.isGood(evalCase, answer)) {
                passed &= !evalCase.group().equals(EvalCase.CURATED);
                failures.append(evalCase.id())
                        .append(": ")
                        .append(evalCase.question())
                        .append("\n    ");
                failures.append(answer.text()).append("\n");
            }
            progress.onProgress("questions", ++done, cases.size());
        }
        var table = new StringBuilder(EvalReport.HEAD);
        groups.forEach((group, score) -> table.append(score.row(group)));
        return new Report(table + all.row("all") + (failures.isEmpty() ? "" : "\nFailed:\n" + failures), passed);
    }

    /** Asks the question in a new conversation, after the one that it follows up. */
    private Answer run(EvalCase evalCase, Map<String, EvalCase> cases) {
        Optional<String> conversation = Optional.ofNullable(evalCase.after())
                .flatMap(id -> Optional.ofNullable(cases.get(id)))
                .map(previous -> run(previous, Optional.empty()).conversationId());
        return run(evalCase, conversation).answer();
    }

    private Reply run(EvalCase evalCase, Optional<String> conversation) {
        var question = Question.of(evalCase.question(), Optional.empty(), Optional.ofNullable(evalCase.article()));
        return conversations.ask(AnswerPrinter.CHANNEL, conversation, question, AnswerListener.NO_OP);
    }

    private List<EvalCase> read(Path file) {
        return QuestionFile.isQuestionFile(file) ? curatedQuestions(file) : jsonLines(file);
    }

    private List<EvalCase> curatedQuestions(Path file) {
        QuestionFile.Loaded loaded = QuestionFile.load(file, file.toString(), library);
        loaded.issues().stream().findFirst().ifPresent(issue -> {
            throw new InvalidFile(issue.toString());
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
            throw new InvalidFile(file + ": failed to read the file. Use JSON Lines in UTF-8.");
        }
        var cases = new ArrayList<EvalCase>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                cases.add(read(lines.get(i), file + ", line " + (i + 1)));
            }
        }
        return cases;
    }

    private static EvalCase read(String line, String location) {
        try {
            EvalCase evalCase = JSON.readValue(line, EvalCase.class);
            if (evalCase == null
                    || evalCase.id() == null
                    || evalCase.question() == null
                    || evalCase.question().isBlank()) {
                throw new InvalidFile(location + ": no question. Add at least \"id\" and \"question\".");
            }
            return evalCase;
        } catch (JsonProcessingException e) {
            throw new InvalidFile(location + ": not a valid JSON object: " + e.getOriginalMessage());
        }
    }
}
