package pullquote.query.rewrite;

/** Computes the probability of a logistic regression. */
final class LogisticRegression {
    private LogisticRegression() {}

    /** Returns {@code 1 / (1 + exp(-w·x))}. */
    static double probability(double[] features, double[] weights) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
