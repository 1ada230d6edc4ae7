package dev.candor.telemetry.core.internal.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Accepts UTF-8 text with usual line ends, and nothing that one reader could see and another not. */
final class TextCheck {
    private TextCheck() {}

    /** The text, its line ends as {@code \n}. */
    static String decode(byte[] content) throws RefusedException {
        if (content.length == 0) {
            throw new RefusedException("it is empty, as after an interrupted write", 0);
        }
        if (content.length > Limits.BYTES) {
            throw new RefusedException("it is larger than 64 KiB", 0);
        }
        String text = isAscii(content) ? new String(content, StandardCharsets.ISO_8859_1) : decodeUtf8(content);
        return characters(text);
    }

    private static boolean isAscii(byte[] content) {
        for (byte each : content) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decodeUtf8(byte[] content) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedException("it is not UTF-8", 0);
        }
    }

    private static String characters(String text) throws RefusedException {
        boolean carriageReturns = false;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\n') {
                line++;
            } else if (each == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                carriageReturns = true;
            } else if (isStrange(each)) {
                throw new RefusedException("it holds a control character", line);
            }
        }
        return carriageReturns ? text.replace("\r\n", "\n") : text;
    }

    /** Control characters, the byte order mark, non-characters, and what only some readers take for the end of a line. */
    private static boolean isStrange(char each) {
        return (each < 0x20 && each != '\t')
                || (each >= 0x7f && each <= 0x9f)
                || each == 0x2028
                || each == 0x2029
                || each == 0xfeff
                || each >= 0xfffe;
    }
}
