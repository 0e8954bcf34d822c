package pullquote.conversation;

/** Small talk topics. If a message has several, the one declared last here is answered. */
enum Intent {
    /** Words without meaning of their own, such as "please". */
    FILLER,
    AGREED,
    GOODBYE,
    THANKS,
    GREETING,
    HOW_ARE_YOU,
    ABILITIES,
    IDENTITY,
    /** Asks which articles there are. */
    ARTICLES,
    TITLE,
    /** Asks what an article is about. */
    ABOUT,
    AUTHOR,
    PUBLISHED
}
