package pullquote.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.article.IssueCollector.SkippedFileException;

/** Reads the lines of a UTF-8 text file and rejects other files. */
final class TextFileReader {
    /** Larger files are skipped. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r\\f]]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]*");

    private TextFileReader() {}

    /**
     * Reads the lines without line ends. Blank lines become empty strings.
     *
     * @param size the file size in bytes according to the file system
     * @throws SkippedFileException if the file is too large, is not UTF-8 or contains control characters
     */
    static List<String> read(Path file, long size, IssueCollector issues) throws IOException, SkippedFileException {
        requireSize(size, issues);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MAX_BYTES + 1); // the file may have grown
        }
        requireSize(bytes.length, issues);
        String text = decode(bytes, issues);
        Matcher control = CONTROL_CHARACTER.matcher(text);
        if (control.find()) {
            throw issues.skipError(
                    line(text.substring(0, control.start())),
                    "invalid character U+%04X. Save the article as plain text in UTF-8."
                            .formatted((int) text.charAt(control.start())));
        }
        return text.lines()
                .map(line -> BLANK.matcher(line).matches() ? "" : line)
                .toList();
    }

    private static void requireSize(long size, IssueCollector issues) throws SkippedFileException {
        if (size > MAX_BYTES) {
            throw issues.skipError(0, "the file is larger than 2 MiB. Split it into several articles.");
        }
    }

    /** Decodes strictly: replacement characters would otherwise appear in quotes. */
    private static String decode(byte[] bytes, IssueCollector issues) throws SkippedFileException {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw issues.skipError(1, "this is UTF-16. Save the article as plain text in UTF-8.");
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes, start, bytes.length - start), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            throw issues.skipError(line(text), "this is not UTF-8. Save the article as plain text in UTF-8.");
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of the line that follows this text, from 1. */
    private static int line(String before) {
        return (int) (before + "x").lines().count();
    }
}
