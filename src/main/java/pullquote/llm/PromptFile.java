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
 * A prompt in Markdown with {@code {{placeholders}}}. The newsroom can edit it; a missing or unknown placeholder is
 * reported at startup.
 */
final class PromptFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    private final PromptTemplate template;

    /**
     * Reads and checks a prompt.
     *
     * @param places the placeholders that the code fills, with a description of each
     */
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
