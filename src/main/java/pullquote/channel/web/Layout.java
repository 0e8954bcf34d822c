package pullquote.channel.web;

/** Renders the parts that all pages share. */
final class Layout {
    private static final String FRAME = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/page.css">
            <script src="/widget.js" defer></script>
            %s
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private Layout() {}

    /**
     * Returns the chat element: next to the text on wide screens, opened by a button on narrow ones.
     *
     * @param article the id of the article, or empty for all articles
     * @param language the language of the chat's own texts
     */
    static Html chatScript(String article, String language) {
        return Html.of(
                "<aside><pullquote-chat article=\"%s\" language=\"%s\" floating=\"(max-width: 64rem)\">"
                        + "</pullquote-chat></aside>",
                article, language);
    }

    /**
     * Renders a complete page.
     *
     * @param language the language of the main text
     */
    static Html render(String language, String title, Html head, Html body) {
        return Html.of(FRAME, language, title, head, body);
    }
}
