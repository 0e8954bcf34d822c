package pullquote.channel.web;

import java.util.Arrays;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Holds an HTML fragment. Text is added only through {@link #of}, which escapes it:
 *
 * <pre>{@code Html.of("<h1>%s</h1>", "Tea & cake")   // <h1>Tea &amp; cake</h1>}</pre>
 */
record Html(String markup) {
    static final Html NONE = new Html("");

    /**
     * Returns the template filled with values.
     *
     * @param template a format string as for {@link String#format}; attribute values must be in double quotes
     * @param values {@link Html} values are inserted unchanged, all others are escaped
     */
    static Html of(String template, Object... values) {
        return new Html(
                template.formatted(Arrays.stream(values).map(Html::escapeValue).toArray()));
    }

    static Collector<Html, ?, Html> join() {
        return Collectors.collectingAndThen(Collectors.mapping(Html::markup, Collectors.joining("\n")), Html::new);
    }

    private static String escapeValue(Object value) {
        return value instanceof Html html ? html.markup : escape(value.toString());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
