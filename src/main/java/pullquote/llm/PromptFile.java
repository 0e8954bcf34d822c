package pullquote.llm;

import dev.langchain4j.model.input.PromptTemplate;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt in plain Markdown with {@code {{places}}}, which are those that the code fills, all of them and no others.
 * The newsroom edits it; what it got wrong it learns at the start and not from a reader.
 */
final class PromptFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    private final PromptTemplate template;

    /** @param places what the code fills in, and what each is */
    PromptFile(Path file, Map<String, String> places) {
        String name = file.toString().replace('\\', '/');
        String text = readText(file, name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            validateLine(name + ", line " + (i + 1) + ": ", lines.get(i), places);
        }
        places.forEach((place, meaning) -> {
            if (!text.contains(placeholder(place))) {
                throw new InvalidPrompt(
                        name + ": " + placeholder(place) + " is missing. Write it where " + meaning + " belongs.");
            }
        });
        template = PromptTemplate.from(text.strip());
    }

    String render(Map<String, Object> values) {
        return template.apply(values).text();
    }

    private static String readText(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidPrompt(name + " is missing. Put it back, or set PROMPTS_DIR to the folder that has it.");
        } catch (CharacterCodingException e) {
            throw new InvalidPrompt(name + " is not in UTF-8. Save it in UTF-8.");
        } catch (IOException e) {
            throw new InvalidPrompt(name + " cannot be read. See that it is a file and that we may read it.");
        }
    }

    private static void validateLine(String where, String line, Map<String, String> places) {
        Matcher place = PLACEHOLDER.matcher(line);
        while (place.find()) {
            if (!places.containsKey(place.group(1))) {
                String known = places.keySet().stream()
                        .sorted()
                        .map(PromptFile::placeholder)
                        .collect(Collectors.joining(" and "));
                throw new InvalidPrompt(where + place.group() + " is no place. Here you can use " + known + ".");
            }
        }
        if (place.replaceAll("").contains("{{")) {
            throw new InvalidPrompt(where + "{{ is not closed. Write a place as {{name}}, on one line.");
        }
    }

    private static String placeholder(String place) {
        return "{{" + place + "}}";
    }
}
