package pullquote.channel.console;

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
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.QuestionFile;
import pullquote.conversation.Conversations;
import pullquote.conversation.Reply;
import pullquote.retrieval.Progress;

/** Asks the questions of files and scores the answers. */
public final class Evaluation {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Conversations conversations;
    private final Library library;
    private final Progress progress;

    public Evaluation(Conversations conversations, Library library, Progress progress) {
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
    public record Report(String text, boolean keepsItsPromises) {}

    /**
     * Asks them all.
     *
     * @throws InvalidFile if one cannot be read
     */
    public Report of(List<Path> files) {
        Map<String, Trial> trials = new LinkedHashMap<>();
        files.forEach(file -> read(file).forEach(trial -> trials.put(trial.id(), trial)));
        Map<String, Score> groups = new TreeMap<>();
        var all = new Score();
        var wrong = new StringBuilder();
        boolean promises = true;
        int done = 0;
        for (Trial trial : trials.values()) {
            Answer answer = ask(trial, trials);
            groups.computeIfAbsent(trial.group(), group -> new Score()).add(trial, answer);
            all.add(trial, answer);
            if (!Score.isGood(trial, answer)) {
                promises &= !trial.group().equals(Trial.EDITORS);
                wrong.append(trial.id()).append(": ").append(trial.question()).append("\n    ");
                wrong.append(answer.text()).append("\n");
            }
            progress.at("questions", ++done, trials.size());
        }
        var table = new StringBuilder(Score.HEAD);
        groups.forEach((group, score) -> table.append(score.row(group)));
        return new Report(table + all.row("all") + (wrong.isEmpty() ? "" : "\nWent wrong:\n" + wrong), promises);
    }

    /** In a conversation of its own, behind the question that it follows up. */
    private Answer ask(Trial trial, Map<String, Trial> trials) {
        Optional<String> conversation = Optional.ofNullable(trial.after())
                .flatMap(id -> Optional.ofNullable(trials.get(id)))
                .map(before -> ask(before, Optional.empty()).conversationId());
        return ask(trial, conversation).answer();
    }

    private Reply ask(Trial trial, Optional<String> conversation) {
        var question = Question.of(trial.question(), Optional.empty(), Optional.ofNullable(trial.article()));
        return conversations.ask(ForPeople.CHANNEL, conversation, question, AnswerListener.NONE);
    }

    private List<Trial> read(Path file) {
        return QuestionFile.isOne(file) ? editors(file) : lines(file);
    }

    private List<Trial> editors(Path file) {
        QuestionFile.Loaded loaded = QuestionFile.load(file, file.toString(), library);
        loaded.faults().stream().findFirst().ifPresent(fault -> {
            throw new InvalidFile(fault.toString());
        });
        Article article = library.article(loaded.articleId()).orElseThrow();
        return loaded.questions().stream()
                .map(question -> Trial.of(question, article))
                .toList();
    }

    private static List<Trial> lines(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidFile(file + ": cannot be read. Give a file of JSON lines in UTF-8.");
        }
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                trials.add(read(lines.get(i), file + ", line " + (i + 1)));
            }
        }
        return trials;
    }

    private static Trial read(String line, String place) {
        try {
            Trial trial = JSON.readValue(line, Trial.class);
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
