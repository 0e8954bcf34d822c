package pullquote.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits a stream to a maximum number of bytes and fails beyond it, because parsers buffer whole lines in memory. */
final class LimitedInputStream extends FilterInputStream {
    private final int maxBytes;
    private int remaining;

    LimitedInputStream(InputStream in, int maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
        this.remaining = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        consume(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        consume(read);
        return read;
    }

    private void consume(int read) throws IOException {
        remaining -= Math.max(read, 0);
        if (remaining < 0) {
            close();
            throw new IOException("the response exceeds " + maxBytes + " bytes");
        }
    }
}
