package dev.candor.telemetry.core.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void text_everyCharacter_isText() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(each).getBytes(UTF_8);
                assertThat(Utf8.text(bytes, bytes.length)).as("%x", each).isEqualTo(bytes.length);
            }
        }
    }

    @Test
    void text_anyBytes_isWhatTheJdkReads() {
        Random random = new Random(7);
        byte[] likely = {'a', (byte) 0x80, (byte) 0xBF, (byte) 0xC3, (byte) 0xE0, (byte) 0xE2, (byte) 0xED, (byte) 0xF0
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(5)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt(256);
            }
            assertThat(Utf8.text(bytes, bytes.length) == bytes.length)
                    .as(Arrays.toString(bytes))
                    .isEqualTo(reads(bytes));
        }
    }

    @Test
    void text_characterThatIsCut_endsBeforeIt() {
        byte[] bytes = "ab\ud83d\ude00".getBytes(UTF_8);

        assertThat(Utf8.text(bytes, 6)).isEqualTo(6);
        for (int count = 3; count < 6; count++) {
            assertThat(Utf8.text(bytes, count)).isEqualTo(2);
            assertThat(Utf8.text(Arrays.copyOf(bytes, count), count)).isEqualTo(-1);
        }
    }

    private static boolean reads(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException not) {
            return false;
        }
    }
}
