package pullquote.query.rewrite;

/** The logistic function of weighed clues. */
final class LogisticRegression {
    private LogisticRegression() {}

    /** {@code 1 / (1 + exp(-w·x))} */
    static double probability(double[] clues, double[] weights) {
        double sum = 0;
        for (int i = 0; i < clues.length; i++) {
            sum += weights[i] * clues[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
