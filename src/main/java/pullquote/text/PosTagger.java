package pullquote.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.ThreadSafePOSTaggerME;

/** Tells what each word of an English sentence is. The model comes with OpenNLP, trained on English Web Treebank. */
final class PosTagger {
    private static final String MODEL_RESOURCE = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    /** Half a second to load, for those only who write what must be proved. */
    private static final class ModelHolder {
        static final ThreadSafePOSTaggerME TAGGER = new ThreadSafePOSTaggerME(loadModel());

        private static POSModel loadModel() {
            try (InputStream model =
                    Objects.requireNonNull(PosTagger.class.getResourceAsStream(MODEL_RESOURCE), MODEL_RESOURCE)) {
                return new POSModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException(MODEL_RESOURCE + " cannot be read", e);
            }
        }
    }

    private PosTagger() {}

    /** @param tokens words and punctuation marks in order */
    static List<PosTag> tag(List<String> tokens) {
        String[] tags = ModelHolder.TAGGER.tag(tokens.toArray(String[]::new));
        return IntStream.range(0, tags.length).mapToObj(i -> tag(tags[i])).toList();
    }

    /** Such as {@code AUX+PART} for "don't". */
    private static PosTag tag(String label) {
        int joint = label.indexOf('+');
        return PosTag.valueOf(joint < 0 ? label : label.substring(0, joint));
    }
}
