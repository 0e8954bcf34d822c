package pullquote.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails after a maximum number of bytes, because the parsers behind it keep whole lines in memory. */
final class LimitedInputStream extends FilterInputStream {
    private final int maxBytes;
    private int remaining;

    LimitedInputStream(InputStream in, int most) {
        super(in);
        this.maxBytes = most;
        this.remaining = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        consume(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        consume(read);
        return read;
    }

    private void consume(int read) throws IOException {
        remaining -= Math.max(read, 0);
        if (remaining < 0) {
            close();
            throw new IOException("more than " + maxBytes + " bytes");
        }
    }
}
