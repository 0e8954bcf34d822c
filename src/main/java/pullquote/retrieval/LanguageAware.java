package pullquote.retrieval;

/** Declares which languages an embedding model supports. */
interface LanguageAware {
    /**
     * Returns true if texts with similar meaning in this language have similar vectors.
     *
     * @param language an ISO 639 code, for example {@code en}
     */
    boolean supports(String language);
}
