package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PayloadTest {

    @Test
    void numbersAndStrings_readBack_areWhatWasWritten() {
        PayloadBuffer buffer = new PayloadBuffer();
        long[] numbers = {0, 1, 127, 128, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 35};
        String most = "x".repeat(127);
        String[] strings = {
            "", "plain", "Grüße", "日本語", "🦆 duck", most, most + "x", most + "ü", "ü" + most, "x".repeat(5_000)
        };
        for (long number : numbers) {
            buffer.putVarint(number);
            buffer.putSigned(number);
            buffer.putLong(number);
            buffer.putDouble(number / 3.0);
        }
        for (String string : strings) {
            buffer.putString(string);
        }
        buffer.putBoolean(true);
        buffer.putBytes(new byte[] {1, 2, 3});

        PayloadReader reader = new PayloadReader(buffer.toByteArray());

        for (long number : numbers) {
            assertThat(reader.getVarint()).isEqualTo(number);
            assertThat(reader.getSigned()).isEqualTo(number);
            assertThat(reader.getLong()).isEqualTo(number);
            assertThat(reader.getDouble()).isEqualTo(number / 3.0);
        }
        for (String string : strings) {
            assertThat(reader.getString()).isEqualTo(string);
        }
        assertThat(reader.getBoolean()).isTrue();
        assertThat(reader.getBytes()).containsExactly(1, 2, 3);
        assertThat(reader.remaining()).isZero();
    }

    @Test
    void varint_ofEachLength_isAsShortAsCanBe() {
        for (int bits = 0; bits <= 64; bits++) {
            PayloadBuffer buffer = new PayloadBuffer();
            long number = bits == 0 ? 0 : -1L >>> (64 - bits);

            buffer.putVarint(number);

            assertThat(buffer.length()).isEqualTo(Math.max(1, (bits + 6) / 7));
            assertThat(new PayloadReader(buffer.toByteArray()).getVarint()).isEqualTo(number);
        }
    }

    @Test
    void hex_number_isSixteenDigits() {
        PayloadBuffer buffer = new PayloadBuffer();

        buffer.putHex(0x0123_4567_89AB_CDEFL);
        buffer.putHex(-1);

        assertThat(new String(buffer.toByteArray(), StandardCharsets.US_ASCII))
                .isEqualTo("0123456789abcdefffffffffffffffff");
    }

    @Test
    void name_moreThanAreRemembered_isWrittenAsAString() {
        PayloadBuffer names = new PayloadBuffer();
        names.rememberNames();
        PayloadBuffer strings = new PayloadBuffer();
        List<String> all = new ArrayList<>(List.of("", "Grüße", "x".repeat(127), "x".repeat(400)));
        for (int i = 0; i < 200; i++) {
            all.add("name." + i);
        }

        for (int round = 0; round < 3; round++) {
            names.clear();
            strings.clear();
            for (String each : all) {
                names.putName(each);
                strings.putString(each);
            }
        }

        assertThat(names.toByteArray()).isEqualTo(strings.toByteArray());
    }

    @Test
    void name_knownButOverTheLimit_isNotTaken() {
        PayloadBuffer buffer = new PayloadBuffer();
        buffer.rememberNames();
        buffer.putName("destination");
        buffer.limit(buffer.length() + 5);

        buffer.putName("destination");
        buffer.putByte(1);

        assertThat(buffer.overflowed()).isTrue();
        assertThat(buffer.length()).isEqualTo(12);
    }

    @Test
    void string_loneSurrogates_becomeTheReplacementCharacter() {
        PayloadBuffer buffer = new PayloadBuffer();
        buffer.putString("a\uD800b\uDC00");

        assertThat(new PayloadReader(buffer.toByteArray()).getString()).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void buffer_overItsLimit_remembersAndTakesNoMore() {
        PayloadBuffer buffer = new PayloadBuffer();
        buffer.limit(10);
        buffer.putString("far too long for this");
        buffer.putByte(1);

        assertThat(buffer.overflowed()).isTrue();
        assertThat(buffer.length()).isLessThanOrEqualTo(10);
    }

    @Test
    void string_thatJustFits_isTaken() {
        for (String text : new String[] {"ninechars", "nine ünd"}) {
            PayloadBuffer fits = new PayloadBuffer();
            PayloadBuffer tight = new PayloadBuffer();
            fits.limit(10);
            tight.limit(9);

            fits.putString(text);
            tight.putString(text);

            assertThat(new PayloadReader(fits.toByteArray()).getString()).isEqualTo(text);
            assertThat(tight.overflowed()).isTrue();
        }
    }

    @Test
    void reader_randomBytes_readsOrComplains() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            try {
                new PayloadReader(bytes).getString();
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThatThrownBy(() -> new PayloadReader(new byte[] {(byte) 0xFF, (byte) 0xFF, 3}).getBytes())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void checksums_smallAndFast_agree() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            long salt = random.nextLong();

            assertThat(new Checksum().of(salt, bytes, 0, bytes.length))
                    .isEqualTo(new Checksum.Fast().of(salt, bytes, 0, bytes.length));
        }
    }
}
