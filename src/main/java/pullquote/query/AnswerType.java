package pullquote.query;

/** Classifies questions by the kind of answer they ask for. */
public enum AnswerType {
    PERSON,
    DATE,
    PLACE,
    COUNTRY,
    COUNT,
    AGE,
    DURATION,
    FREQUENCY,
    AMOUNT,
    MONEY,
    REASON,
    MANNER,
    YES_NO,
    THING,
    VIEWS,
    QUOTE,
    SUMMARY
}
