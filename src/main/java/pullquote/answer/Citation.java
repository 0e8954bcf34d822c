package pullquote.answer;

/**
 * Evidence with the number that an answer gives it.
 *
 * @param number from 1, by first use
 */
public record Citation(int number, Evidence evidence) {}
