package pullquote.query;

/** What kind of answer a question asks for. */
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
