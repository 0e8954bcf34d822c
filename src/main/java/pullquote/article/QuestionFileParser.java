package pullquote.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import pullquote.article.IssueCollector.SkippedFileException;

/**
 * Parses a YAML list of questions. Reads parser events instead of a tree: nesting uses no stack, aliases are not
 * expanded.
 */
final class QuestionFileParser {
    private static final String REMEDY = ". Write a list of \"- question: …\", with \"paragraph: 9\" or"
            + " \"unanswerable: true\" below where needed.";
    /** Code points; a file with a longer question is skipped. */
    private static final int MAX_QUESTION_LENGTH = 2_000;

    private final List<CuratedQuestion> questions = new ArrayList<>();
    private final IssueCollector issues;

    private QuestionFileParser(IssueCollector issues) {
        this.issues = issues;
    }

    /**
     * Parses the questions.
     *
     * @throws SkippedFileException if a question is invalid or there is none
     */
    static List<CuratedQuestion> read(List<String> lines, IssueCollector issues) throws SkippedFileException {
        var parser = new QuestionFileParser(issues);
        try {
            parser.read(new Parse(LoadSettings.builder().build())
                    .parseString(String.join("\n", lines) + "\n")
                    .iterator());
        } catch (MarkedYamlEngineException e) {
            throw parser.syntaxError(e.getProblemMark(), e.getProblem());
        } catch (YamlEngineException e) {
            throw parser.syntaxError(Optional.empty(), "it contains a character that YAML does not allow");
        }
        if (parser.questions.isEmpty()) {
            throw issues.skipError(0, "the file contains no questions" + REMEDY);
        }
        return parser.questions;
    }

    private void read(Iterator<Event> events) throws SkippedFileException {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, SequenceEnd, DocumentEnd, StreamEnd -> {}
                case SequenceStart -> readEntries(events);
                default -> throw syntaxError(event.getStartMark(), "this is not a list");
            }
        }
    }

    private void readEntries(Iterator<Event> events) throws SkippedFileException {
        for (Event entry = events.next(); entry.getEventId() != Event.ID.SequenceEnd; entry = events.next()) {
            int line = line(entry.getStartMark());
            if (entry instanceof ScalarEvent plain) {
                add(Map.of("question", plain.getValue()), line);
            } else if (entry.getEventId() == Event.ID.MappingStart) {
                add(fields(events), line);
            } else {
                throw syntaxError(entry.getStartMark(), "this is not a question");
            }
        }
    }

    private Map<String, String> fields(Iterator<Event> events) throws SkippedFileException {
        var fields = new HashMap<String, String>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Event value = events.next();
            if (!(key instanceof ScalarEvent name) || !(value instanceof ScalarEvent text)) {
                throw syntaxError(key.getStartMark(), "this is not a key with a text value");
            }
            if (!List.of("question", "paragraph", "unanswerable").contains(name.getValue())) {
                throw syntaxError(key.getStartMark(), "unknown key " + LoadIssue.quoted(name.getValue()));
            }
            fields.put(name.getValue(), text.getValue().strip());
        }
        return fields;
    }

    private void add(Map<String, String> fields, int line) throws SkippedFileException {
        String question =
                fields.getOrDefault("question", "").replaceAll("\\s+", " ").strip();
        if (question.isEmpty() || question.codePointCount(0, question.length()) > MAX_QUESTION_LENGTH) {
            throw issues.skipError(line, "the question is missing or longer than 2,000 characters" + REMEDY);
        }
        String paragraph = fields.get("paragraph");
        if (paragraph != null && !paragraph.matches("[1-9]\\d{0,5}")) {
            throw issues.skipError(
                    line,
                    "paragraph " + LoadIssue.quoted(paragraph)
                            + " is not a valid number. Use the number of a paragraph, from 1.");
        }
        String unanswerable = fields.getOrDefault("unanswerable", "false");
        if (!unanswerable.matches("true|false")) {
            throw issues.skipError(
                    line, "unanswerable is " + LoadIssue.quoted(unanswerable) + ". Write true or leave it out.");
        }
        if (paragraph != null && unanswerable.equals("true")) {
            throw issues.skipError(
                    line, "an unanswerable question cannot have a paragraph. Delete one of the two keys.");
        }
        questions.add(new CuratedQuestion(
                question, Optional.ofNullable(paragraph).map(Integer::valueOf), unanswerable.equals("true"), line));
    }

    private SkippedFileException syntaxError(Optional<Mark> mark, String problem) {
        return issues.skipError(line(mark), "the questions cannot be read: " + problem + REMEDY);
    }

    private static int line(Optional<Mark> mark) {
        return 1 + mark.map(Mark::getLine).orElse(0);
    }
}
