package pullquote.channel.api;

import pullquote.retrieval.Passage;

/** A passage as the stream tells of it. */
record PassageJson(String articleId, String articleTitle, int paragraph, String text, double score) {
    static PassageJson of(Passage passage) {
        return new PassageJson(
                passage.article().id(),
                passage.article().about().title(),
                passage.paragraph().number(),
                passage.paragraph().text(),
                passage.score());
    }
}
