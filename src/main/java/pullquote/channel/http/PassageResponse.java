package pullquote.channel.http;

import pullquote.retrieval.Passage;

/** Represents a passage in the event stream. */
record PassageResponse(String articleId, String articleTitle, int paragraph, String text, double score) {
    static PassageResponse of(Passage passage) {
        return new PassageResponse(
                passage.article().id(),
                passage.article().frontMatter().title(),
                passage.paragraph().number(),
                passage.paragraph().text(),
                passage.score());
    }
}
