package dev.candor.telemetry.core.internal.journal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells text from other bytes. */
final class Utf8 {
    private static final int CHARACTERS_AT_ONCE = 1024;

    private Utf8() {}

    /** How many of the first {@code count} bytes are text: all but a character that is cut there; -1 where they are something else. */
    static int text(byte[] bytes, int count) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, count);
        CharBuffer unused = CharBuffer.allocate(CHARACTERS_AT_ONCE);
        CoderResult result;
        do {
            unused.clear();
            result = decoder.decode(in, unused, count == bytes.length);
        } while (result.isOverflow());
        return result.isError() ? -1 : in.position();
    }
}
