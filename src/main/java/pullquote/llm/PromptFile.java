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
 * Loads a prompt in Markdown with {@code {{placeholders}}}. Editors can change the file, so missing and unknown
 * placeholders are reported at startup.
 */
final class PromptFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    private final PromptTemplate template;

    /**
     * Reads and checks a prompt.
     *
     * @param placeholders the placeholders that the code fills, with a description of each
     * @throws InvalidPrompt if the file cannot be read, or a placeholder is missing, unknown or not closed
     */
    PromptFile(Path file, Map<String, String> placeholders) {
        String name = file.toString().replace('\\', '/');
        String text = readText(file, name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            validateLine(name + ", line " + (i + 1) + ": ", lines.get(i), placeholders);
        }
        placeholders.forEach((key, description) -> {
            if (!text.contains(placeholder(key))) {
                throw new InvalidPrompt(
                        name + ": " + placeholder(key) + " is missing. Add it where " + description + " belongs.");
            }
        });
        template = PromptTemplate.from(text.strip());
    }

    /** Returns the prompt with its placeholders replaced by values. */
    String render(Map<String, Object> values) {
        return template.apply(values).text();
    }

    private static String readText(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidPrompt(
                    name + " is missing. Restore it, or set PROMPTS_DIR to the folder that contains it.");
        } catch (CharacterCodingException e) {
            throw new InvalidPrompt(name + " is not encoded in UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            throw new InvalidPrompt(
                    name + " cannot be read. Check that it is a file and that the server has read permission.");
        }
    }

    private static void validateLine(String where, String line, Map<String, String> placeholders) {
        Matcher matcher = PLACEHOLDER.matcher(line);
        while (matcher.find()) {
            if (!placeholders.containsKey(matcher.group(1))) {
                String known = placeholders.keySet().stream()
                        .sorted()
                        .map(PromptFile::placeholder)
                        .collect(Collectors.joining(" and "));
                throw new InvalidPrompt(
                        where + matcher.group() + " is not a valid placeholder. Use only " + known + ".");
            }
        }
        if (matcher.replaceAll("").contains("{{")) {
            throw new InvalidPrompt(where + "{{ is not closed. Write placeholders as {{name}}, on one line.");
        }
    }

    private static String placeholder(String key) {
        return "{{" + key + "}}";
    }
}
