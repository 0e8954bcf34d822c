package pullquote.conversation;

/** What small talk is about. Where a message is about several of these, the one that stands last here is answered. */
enum Intent {
    /** Says nothing by itself, such as "please". */
    FILLER,
    AGREED,
    GOODBYE,
    THANKS,
    GREETING,
    HOW_ARE_YOU,
    ABILITIES,
    IDENTITY,
    /** Which articles there are. */
    ARTICLES,
    TITLE,
    /** What an article is about. */
    ABOUT,
    AUTHOR,
    PUBLISHED
}
