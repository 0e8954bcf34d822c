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

/** Reads a file as lines of text, or says why it is none. */
final class TextFileReader {
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r\\f]]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]*");

    private TextFileReader() {}

    /**
     * The lines without their ends; those that look empty are empty.
     *
     * @param size what the file system says of it
     */
    static List<String> read(Path file, long size, IssueCollector faults) throws IOException, SkippedFileException {
        requireSize(size, faults);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MAX_BYTES + 1); // it may have grown
        }
        requireSize(bytes.length, faults);
        String text = decode(bytes, faults);
        Matcher control = CONTROL_CHARACTER.matcher(text);
        if (control.find()) {
            throw faults.skipError(
                    line(text.substring(0, control.start())),
                    "there is a character U+%04X here, which no text has. Save the article as plain text in UTF-8."
                            .formatted((int) text.charAt(control.start())));
        }
        return text.lines()
                .map(line -> BLANK.matcher(line).matches() ? "" : line)
                .toList();
    }

    private static void requireSize(long size, IssueCollector faults) throws SkippedFileException {
        if (size > MAX_BYTES) {
            throw faults.skipError(0, "it is larger than 2 MiB. Make several articles of it.");
        }
    }

    /** Strictly: what is not UTF-8 would otherwise be quoted to readers as question marks. */
    private static String decode(byte[] bytes, IssueCollector faults) throws SkippedFileException {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw faults.skipError(1, "this is UTF-16. Save the article as plain text in UTF-8.");
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
            throw faults.skipError(line(text), "this is not UTF-8. Save the article as plain text in UTF-8.");
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

    /** The line that comes next behind this text. */
    private static int line(String before) {
        return (int) (before + "x").lines().count();
    }
}
