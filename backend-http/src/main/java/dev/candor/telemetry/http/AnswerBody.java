package dev.candor.telemetry.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** As much of an answer's body as may be had in the time and the memory there is. */
final class AnswerBody {
    /** What is taken off the wire for one kept byte at most: a compressed body may decode to nothing for ever. */
    private static final int RAW_FACTOR = 4;

    private AnswerBody() {}

    static byte[] read(HttpURLConnection open, int limit, long deadline) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean whole = false;
        try (InputStream raw = stream(open)) {
            if (raw == null) {
                return new byte[0];
            }
            whole = copy(decoded(open, new Bounded(raw, (long) limit * RAW_FACTOR, deadline)), kept, limit);
        } catch (IOException | RuntimeException brokenOff) {
            // The status has been read, and it decides.
            whole = false;
        }
        if (!whole) {
            open.disconnect();
        }
        return kept.toByteArray();
    }

    private static @Nullable InputStream stream(HttpURLConnection open) throws IOException {
        return open.getResponseCode() >= 400 ? open.getErrorStream() : open.getInputStream();
    }

    private static InputStream decoded(HttpURLConnection open, InputStream raw) throws IOException {
        return "gzip".equalsIgnoreCase(open.getContentEncoding()) ? new GZIPInputStream(raw) : raw;
    }

    /** Whether the stream ended before the limit. */
    private static boolean copy(InputStream in, ByteArrayOutputStream kept, int limit) throws IOException {
        byte[] buffer = new byte[4096];
        while (kept.size() < limit) {
            int count = in.read(buffer, 0, Math.min(buffer.length, limit - kept.size()));
            if (count < 0) {
                return true;
            }
            kept.write(buffer, 0, count);
        }
        return false;
    }

    /** Ends with an exception after so many bytes or at the deadline. */
    private static final class Bounded extends FilterInputStream {
        private final long deadline;
        private long left;

        Bounded(InputStream in, long left, long deadline) {
            super(in);
            this.left = left;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0 || System.nanoTime() - deadline >= 0) {
                throw new IOException("cut off");
            }
            int count = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
