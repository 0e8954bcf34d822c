package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.language.Resource;

/** How questions are put in other languages than English: from {@code question-forms.txt}. */
final class Forms {
    private record Known(String language, Kind kind, Pattern pattern) {}

    private static final List<Known> KNOWN = read();

    private Forms() {}

    static Form of(String question, String language) {
        String lower = question.toLowerCase(Locale.forLanguageTag(language)).replaceAll("[?!.\\s]+$", "");
        Form first = new Form(Kind.THING, "", question);
        int start = lower.length();
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern.matcher(lower);
            if (known.language.equals(language) && matcher.find() && matcher.start() < start) {
                start = matcher.start();
                first = known.kind == Kind.VIEWS
                        ? new Form(Kind.VIEWS, matcher.group("speaker"), matcher.group("topic"))
                        : new Form(known.kind, noun(known, matcher), question);
            }
        }
        return first;
    }

    private static String noun(Known known, Matcher matcher) {
        String noun = known.pattern.pattern().contains("(?<noun>") ? matcher.group("noun") : null;
        return noun == null ? "" : noun;
    }

    private static List<Known> read() {
        var known = new ArrayList<Known>();
        for (String line : Resource.lines("question-forms.txt")) {
            String[] parts = line.split(" ", 3);
            known.add(new Known(
                    parts[0], Kind.valueOf(parts[1]), Pattern.compile(parts[2], Pattern.UNICODE_CHARACTER_CLASS)));
        }
        return known;
    }
}
