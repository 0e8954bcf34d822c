package pullquote.article;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import pullquote.article.IssueCollector.SkippedFileException;

/**
 * Parses the known {@code key: value} lines of front matter and records their line numbers.
 *
 * <p>Reads parser events instead of a tree: aliases are not expanded, nesting uses no stack, and {@code language: no}
 * stays Norwegian.
 */
final class YamlFrontMatter {
    record Field(String value, int line) {}

    private static final List<String> KNOWN = List.of("title", "date", "language", "url", "author", "source");
    private static final Set<String> EMPTY = Set.of("", "~", "null");
    /** UTF-16 code units; files with longer front matter are skipped. */
    private static final int MAX_CHARACTERS = 10_000;

    private final Map<String, Field> fields = new HashMap<>();
    private final int firstLine;
    private final IssueCollector issues;

    private YamlFrontMatter(int firstLine, IssueCollector issues) {
        this.firstLine = firstLine;
        this.issues = issues;
    }

    /**
     * Parses the fields. Values are joined to one line; a missing or {@code null} value is empty.
     *
     * @param firstLine the number of the first line in the file, from 1
     * @throws SkippedFileException if the lines are too long or not valid YAML
     */
    static Map<String, Field> read(List<String> lines, int firstLine, IssueCollector issues)
            throws SkippedFileException {
        String yaml = String.join("\n", lines) + "\n";
        if (yaml.length() > MAX_CHARACTERS) {
            throw issues.skipError(
                    firstLine,
                    "the front matter is longer than 10,000 characters. Keep only " + String.join(", ", KNOWN) + ".");
        }
        var frontMatter = new YamlFrontMatter(firstLine, issues);
        try {
            frontMatter.read(
                    new Parse(LoadSettings.builder().build()).parseString(yaml).iterator());
        } catch (MarkedYamlEngineException e) {
            throw frontMatter.syntaxError(e.getProblemMark(), e.getProblem());
        } catch (YamlEngineException e) {
            throw frontMatter.syntaxError(Optional.empty(), "it contains a character that YAML does not allow");
        }
        return frontMatter.fields;
    }

    private void read(Iterator<Event> events) throws SkippedFileException {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, DocumentEnd, StreamEnd -> {}
                case MappingStart -> readFields(events);
                default -> throw syntaxError(event.getStartMark(), "this is not a list of keys and values");
            }
        }
    }

    private void readFields(Iterator<Event> events) throws SkippedFileException {
        while (true) {
            Event key = events.next();
            if (key.getEventId() == Event.ID.MappingEnd) {
                return;
            }
            skipInside(key, events);
            Event value = events.next();
            skipInside(value, events);
            if (key instanceof ScalarEvent name && KNOWN.contains(name.getValue())) {
                put(name.getValue(), value, line(name.getStartMark()));
            }
        }
    }

    private void put(String key, Event value, int line) throws SkippedFileException {
        if (!(value instanceof ScalarEvent scalar)) {
            throw syntaxError(value.getStartMark(), key + " must be plain text");
        }
        boolean isEmpty = scalar.isPlain() && EMPTY.contains(scalar.getValue());
        String text = isEmpty ? "" : scalar.getValue().strip().replaceAll("\\s+", " ");
        if (fields.put(key, new Field(text, line)) != null) {
            issues.warn(line, key + " is set twice; this value is used. Delete one of the two.");
        }
    }

    /** Skips a list or mapping to its end. */
    private static void skipInside(Event first, Iterator<Event> events) {
        int depth = depthChange(first);
        while (depth > 0) {
            depth += depthChange(events.next());
        }
    }

    private static int depthChange(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
        };
    }

    private SkippedFileException syntaxError(Optional<Mark> mark, String problem) {
        return issues.skipError(
                line(mark),
                "the front matter cannot be read: " + problem
                        + ". Write each line as key: \"value\" and add a line --- after the last.");
    }

    private int line(Optional<Mark> mark) {
        return firstLine + mark.map(Mark::getLine).orElse(0);
    }
}
