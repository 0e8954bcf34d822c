package pullquote.answer.extractive;

/** What kind of answer a question asks for. */
enum Kind {
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
