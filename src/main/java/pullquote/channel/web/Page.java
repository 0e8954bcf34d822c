package pullquote.channel.web;

/** The frame of every page. */
final class Page {
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
            %s
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private Page() {}

    /**
     * A whole page.
     *
     * @param language of its main text
     */
    static Html of(String language, String title, Html head, Html body) {
        return Html.of(FRAME, language, title, head, body);
    }
}
