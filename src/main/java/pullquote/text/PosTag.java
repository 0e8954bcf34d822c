package pullquote.text;

/** Lists the parts of speech of Universal Dependencies (universaldependencies.org/u/pos). */
public enum PosTag {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X
}
