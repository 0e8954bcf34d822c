package pullquote.channel.web;

/** The frame of every page. */
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
     * The chat that stands beside a page's text, and on narrow screens behind a button.
     *
     * @param article its id, or empty for all
     * @param language of the words that the chat itself says
     */
    static Html chatScript(String article, String language) {
        return Html.of(
                "<aside><pullquote-chat article=\"%s\" language=\"%s\" floating=\"(max-width: 64rem)\">"
                        + "</pullquote-chat></aside>",
                article, language);
    }

    /**
     * A whole page.
     *
     * @param language of its main text
     */
    static Html render(String language, String title, Html head, Html body) {
        return Html.of(FRAME, language, title, head, body);
    }
}
