package pullquote.channel.http;

import pullquote.retrieval.Passage;

/** A passage as the stream tells of it. */
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
