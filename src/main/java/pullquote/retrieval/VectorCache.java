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
 * Caches vectors on disk by the hash of their model and text. The file is always replaced as a whole. If it cannot be
 * read or written, texts are embedded again; a damaged file is moved aside and rebuilt.
 *
 * <p>Layout, big-endian: {@value #MAGIC} as an int, the number of vectors, their dimension; then 16 bytes of hash and
 * the floats of each vector; finally the CRC-32 of all preceding bytes as a long.
 */
public final class VectorCache {
    private static final Logger log = LoggerFactory.getLogger(VectorCache.class);
    private static final int MAGIC = 0x50515631;
    private static final int HASH_BYTES = 16;
    private static final long MIN_FILE_BYTES = 3 * Integer.BYTES + Long.BYTES;

    private final Path path;
    private final String modelName;

    /**
     * Creates a cache. The file need not exist.
     *
     * @param model the name and version of the model; vectors of other models are ignored
     */
    public VectorCache(Path path, String model) {
        this.path = path;
        this.modelName = model;
    }

    /**
     * Contains the cached vectors of the requested texts.
     *
     * @param vectors the vectors by text
     * @param hasUnused true if the file also contains vectors of other texts or models
     */
    record CachedVectors(Map<String, float[]> vectors, boolean hasUnused) {
        private static final CachedVectors EMPTY = new CachedVectors(Map.of(), false);
    }

    /** Returns the cached vectors of these texts; empty if there is no readable file. */
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
            throw new IOException("wrong length");
        }
        var crc = new CRC32();
        try (var in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(path)), crc))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a vector file");
            }
            int count = in.readInt();
            int dimension = in.readInt();
            long size = MIN_FILE_BYTES + count * (HASH_BYTES + (long) dimension * Float.BYTES);
            if (size != Files.size(path)) {
                throw new IOException("wrong length");
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
            long checksum = crc.getValue();
            if (in.readLong() != checksum) {
                throw new IOException("wrong checksum");
            }
            return byHash;
        }
    }

    private void quarantine(Exception cause) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        log.warn(
                "Failed to read vectors: {} ({}). The file is moved to {} and rebuilt.",
                path,
                cause.getMessage(),
                aside.getFileName());
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("Failed to move damaged file: {} ({}). Delete it.", path, e.toString());
        }
    }

    /** Replaces the contents of the file. Logs a warning if the file cannot be written. */
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
            log.warn(
                    "Failed to write vectors: {} ({}). Check permissions and disk space; the next start embeds all texts again.",
                    path,
                    e.toString());
            delete(next);
        }
    }

    /** Deletes an incomplete file, which would waste space on a full disk. */
    private static void delete(Path incomplete) {
        try {
            Files.deleteIfExists(incomplete);
        } catch (IOException e) {
            log.debug("Failed to delete incomplete file: {} ({})", incomplete, e.toString());
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
            // Flush first: the checksum covers only bytes that have left the buffer.
            out.flush();
            out.writeLong(crc.getValue());
        }
    }

    private byte[] hash(String text) {
        return Arrays.copyOf(Sha256.digest((modelName + "\n" + text).getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
    }
}
