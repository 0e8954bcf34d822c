package pullquote.retrieval;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.text.Sha256;

/**
 * Keeps vectors on disk under the hash of their model and text. It is only ever replaced as a whole, and what cannot be
 * read, or not be written, costs time and nothing else: a damaged file is put aside and made anew.
 *
 * <p>Layout, big-endian: {@value #MAGIC} as an int, number of vectors, their dimension; then for each 16 bytes of hash
 * and its floats; last the CRC-32 of all before as a long.
 */
public final class VectorCache {
    private static final Logger log = LoggerFactory.getLogger(VectorCache.class);
    private static final int MAGIC = 0x50515631;
    private static final int HASH_BYTES = 16;
    private static final long MIN_FILE_BYTES = 3 * Integer.BYTES + Long.BYTES;

    private final Path path;
    private final String modelName;

    /** @param model names the model and its version: vectors of another are not taken for its own */
    public VectorCache(Path path, String model) {
        this.path = path;
        this.modelName = model;
    }

    /**
     * What is kept here of what was asked for.
     *
     * @param more whether vectors of other texts or models are kept too
     */
    record CachedVectors(Map<String, float[]> vectors, boolean hasUnused) {
        private static final CachedVectors EMPTY = new CachedVectors(Map.of(), false);
    }

    /** The vectors of those texts that are kept here. */
    CachedVectors read(Collection<String> texts) {
        if (!Files.exists(path)) {
            return CachedVectors.EMPTY;
        }
        Map<String, float[]> byHash;
        try {
            byHash = readAll();
        } catch (IOException | RuntimeException e) {
            quarantine(e);
            return CachedVectors.EMPTY;
        }
        var found = new HashMap<String, float[]>();
        for (String text : texts) {
            float[] vector = byHash.get(HexFormat.of().formatHex(hash(text)));
            if (vector != null) {
                found.put(text, vector);
            }
        }
        return new CachedVectors(found, found.size() < byHash.size());
    }

    private Map<String, float[]> readAll() throws IOException {
        if (Files.size(path) < MIN_FILE_BYTES) {
            throw new IOException("its length is wrong");
        }
        var crc = new CRC32();
        try (var in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(path)), crc))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no vector file of ours");
            }
            int count = in.readInt();
            int dimension = in.readInt();
            long size = MIN_FILE_BYTES + count * (HASH_BYTES + (long) dimension * Float.BYTES);
            if (size != Files.size(path)) {
                throw new IOException("its length is wrong");
            }
            var byHash = new HashMap<String, float[]>();
            for (int i = 0; i < count; i++) {
                String hash = HexFormat.of().formatHex(in.readNBytes(HASH_BYTES));
                var vector = new float[dimension];
                for (int d = 0; d < dimension; d++) {
                    vector[d] = in.readFloat();
                }
                byHash.put(hash, vector);
            }
            long sum = crc.getValue();
            if (in.readLong() != sum) {
                throw new IOException("its checksum is wrong");
            }
            return byHash;
        }
    }

    private void quarantine(Exception why) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        log.warn(
                "{} cannot be read ({}). It is kept as {} and made anew.", path, why.getMessage(), aside.getFileName());
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} cannot be moved: {}", path, e.toString());
        }
    }

    /** Keeps just these, in place of all before. */
    void write(Map<String, float[]> vectors) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            writeAll(vectors, next);
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} cannot be written ({}). The next start will embed again.", path, e.toString());
            delete(next);
        }
    }

    /** On a full disk, half a file is in the way of everybody. */
    private static void delete(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            log.debug("{} cannot be deleted: {}", half, e.toString());
        }
    }

    private void writeAll(Map<String, float[]> vectors, Path target) throws IOException {
        var crc = new CRC32();
        int dimension = vectors.values().stream()
                .mapToInt(vector -> vector.length)
                .findFirst()
                .orElse(0);
        try (var out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(target)), crc))) {
            out.writeInt(MAGIC);
            out.writeInt(vectors.size());
            out.writeInt(dimension);
            for (var entry : vectors.entrySet()) {
                out.write(hash(entry.getKey()));
                for (float value : entry.getValue()) {
                    out.writeFloat(value);
                }
            }
            // The checksum sees bytes only when they are written through.
            out.flush();
            out.writeLong(crc.getValue());
        }
    }

    private byte[] hash(String text) {
        return Arrays.copyOf(Sha256.digest((modelName + "\n" + text).getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
    }
}
