package pullquote.retrieval;

/** An embedding model that does not know every language. */
interface LanguageAware {
    /**
     * Whether texts of like meaning in this language get like vectors.
     *
     * @param language an ISO 639 code such as {@code en}
     */
    boolean supports(String language);
}
