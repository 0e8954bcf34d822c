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

/** Reads a YAML list of questions from the parser's events: no depth of nesting costs stack, nothing is expanded. */
final class QuestionFileParser {
    private static final String REMEDY = ". Write a list of \"- question: …\", with \"paragraph: 9\" or"
            + " \"unanswerable: true\" below where needed.";
    private static final int MAX_QUESTION_LENGTH = 2_000;

    private final List<CuratedQuestion> questions = new ArrayList<>();
    private final IssueCollector issues;

    private QuestionFileParser(IssueCollector faults) {
        this.issues = faults;
    }

    static List<CuratedQuestion> read(List<String> lines, IssueCollector faults) throws SkippedFileException {
        var list = new QuestionFileParser(faults);
        try {
            list.read(new Parse(LoadSettings.builder().build())
                    .parseString(String.join("\n", lines) + "\n")
                    .iterator());
        } catch (MarkedYamlEngineException e) {
            throw list.syntaxError(e.getProblemMark(), e.getProblem());
        } catch (YamlEngineException e) {
            throw list.syntaxError(Optional.empty(), "there is a character in it that YAML does not allow");
        }
        if (list.questions.isEmpty()) {
            throw faults.skipError(0, "there is no question in it" + REMEDY);
        }
        return list.questions;
    }

    private void read(Iterator<Event> events) throws SkippedFileException {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, SequenceEnd, DocumentEnd, StreamEnd -> {}
                case SequenceStart -> readEntries(events);
                default -> throw syntaxError(event.getStartMark(), "this is no list");
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
                throw syntaxError(entry.getStartMark(), "this is no question");
            }
        }
    }

    private Map<String, String> fields(Iterator<Event> events) throws SkippedFileException {
        var fields = new HashMap<String, String>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Event value = events.next();
            if (!(key instanceof ScalarEvent name) || !(value instanceof ScalarEvent text)) {
                throw syntaxError(key.getStartMark(), "this is no key with a value");
            }
            if (!List.of("question", "paragraph", "unanswerable").contains(name.getValue())) {
                throw syntaxError(key.getStartMark(), "nobody knows " + LoadIssue.quoted(name.getValue()));
            }
            fields.put(name.getValue(), text.getValue().strip());
        }
        return fields;
    }

    private void add(Map<String, String> fields, int line) throws SkippedFileException {
        String question =
                fields.getOrDefault("question", "").replaceAll("\\s+", " ").strip();
        if (question.isEmpty() || question.codePointCount(0, question.length()) > MAX_QUESTION_LENGTH) {
            throw issues.skipError(line, "here is no question of 1 to 2,000 characters" + REMEDY);
        }
        String paragraph = fields.get("paragraph");
        if (paragraph != null && !paragraph.matches("[1-9]\\d{0,5}")) {
            throw issues.skipError(
                    line, "paragraph " + LoadIssue.quoted(paragraph) + " is no number. Count paragraphs from 1.");
        }
        String unanswerable = fields.getOrDefault("unanswerable", "false");
        if (!unanswerable.matches("true|false")) {
            throw issues.skipError(
                    line, "unanswerable is " + LoadIssue.quoted(unanswerable) + ". Write true, or leave it out.");
        }
        if (paragraph != null && unanswerable.equals("true")) {
            throw issues.skipError(line, "what is unanswerable has no paragraph. Keep one of the two.");
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
