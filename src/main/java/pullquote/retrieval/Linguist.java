package pullquote.retrieval;

/** An embedding model that does not know every language. */
interface Linguist {
    /**
     * Whether texts of like meaning in this language get like vectors.
     *
     * @param language an ISO 639 code such as {@code en}
     */
    boolean knows(String language);
}
