package pullquote.query.rewrite;

import java.util.List;

/**
 * Fits the weights of {@link QueryExpander} and {@link ContextDependence} by maximum likelihood, with Adam (Kingma and
 * Ba 2014) and all examples in each step.
 */
final class LogisticRegressionTrainer {
    private static final int STEPS = 1_000;
    private static final double LEARNING_RATE = 0.05;

    /**
     * Holds a word of a conversation, or a question.
     *
     * @param isPositive true if a person added the word to the question, or added something to the question
     */
    record Example(double[] features, boolean isPositive) {}

    private LogisticRegressionTrainer() {}

    static double[] fit(List<Example> examples) {
        var weights = new double[examples.get(0).features.length];
        var mean = new double[weights.length];
        var square = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(examples, weights);
            for (int i = 0; i < weights.length; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                double m = mean[i] / (1 - Math.pow(0.9, step));
                double s = square[i] / (1 - Math.pow(0.999, step));
                weights[i] -= LEARNING_RATE * m / (Math.sqrt(s) + 1e-8);
            }
        }
        return weights;
    }

    /** Returns the gradient of the mean negative log-likelihood. */
    private static double[] gradient(List<Example> examples, double[] weights) {
        var gradient = new double[weights.length];
        for (Example example : examples) {
            double error = LogisticRegression.probability(example.features, weights) - (example.isPositive ? 1 : 0);
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += error * example.features[i] / examples.size();
            }
        }
        return gradient;
    }
}
