package pullquote.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.ThreadSafePOSTaggerME;

/**
 * Tags the words of an English sentence with their parts of speech. Uses OpenNLP's model trained on English Web
 * Treebank.
 */
final class PosTagger {
    private static final String MODEL_RESOURCE = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    /** Loads the model on first use, because loading takes 0.5 s and not every command needs it. */
    private static final class ModelHolder {
        static final ThreadSafePOSTaggerME TAGGER = new ThreadSafePOSTaggerME(loadModel());

        private static POSModel loadModel() {
            try (InputStream model =
                    Objects.requireNonNull(PosTagger.class.getResourceAsStream(MODEL_RESOURCE), MODEL_RESOURCE)) {
                return new POSModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException("Failed to read bundled part-of-speech model: " + MODEL_RESOURCE, e);
            }
        }
    }

    private PosTagger() {}

    /**
     * Returns the part of speech of each token.
     *
     * @param tokens the words and punctuation marks in order
     */
    static List<PosTag> tag(List<String> tokens) {
        String[] tags = ModelHolder.TAGGER.tag(tokens.toArray(String[]::new));
        return IntStream.range(0, tags.length).mapToObj(i -> tag(tags[i])).toList();
    }

    /** Returns the first tag of a label; contractions have several, for example {@code AUX+PART} for "don't". */
    private static PosTag tag(String label) {
        int plus = label.indexOf('+');
        return PosTag.valueOf(plus < 0 ? label : label.substring(0, plus));
    }
}
