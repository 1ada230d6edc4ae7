package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordFormat.DamagedException;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
    private static final Instant AT = Instant.parse("2026-11-28T13:00:00Z");
    private static final RecordedAnswer TYPICAL = RecordedAnswer.NONE
            .with(Purpose.USAGE, new Answer(false, AT, 2, How.PROMPT))
            .with(Purpose.ERRORS, new Answer(true, AT.plusSeconds(1), 2, How.COMMAND))
            .with(new NoticeShown(2, AT, true));

    @Test
    void write_typicalRecord_isReadable() {
        String text = new String(RecordFormat.write(TYPICAL), StandardCharsets.US_ASCII);

        assertThat(text)
                .contains("answer.usage=no 2026-11-28T13:00:00Z 2 prompt\n")
                .contains("answer.errors=yes 2026-11-28T13:00:01Z 2 command\n")
                .contains("notice=2 2026-11-28T13:00:00Z terminal\n")
                .endsWith("\n");
    }

    @Test
    void read_whatWasWritten_isEqual() throws DamagedException {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            RecordedAnswer record = RecordedAnswer.NONE;
            for (Purpose each : Purpose.values()) {
                if (random.nextBoolean()) {
                    record = record.with(
                            each, new Answer(random.nextBoolean(), moment(random), random.nextInt(99), how(random)));
                }
            }
            if (random.nextBoolean()) {
                record = record.with(new NoticeShown(random.nextInt(99), moment(random), random.nextBoolean()));
            }

            assertThat(RecordFormat.read(RecordFormat.write(record))).isEqualTo(record);
        }
    }

    @Test
    void read_anySingleBitFlipped_isDamaged() {
        byte[] whole = RecordFormat.write(TYPICAL);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> RecordFormat.read(flipped))
                    .as("bit %d", bit)
                    .isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void read_cutAnywhere_isDamaged() {
        byte[] whole = RecordFormat.write(TYPICAL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> RecordFormat.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void read_moreThanWasWritten_isDamaged() {
        byte[] whole = RecordFormat.write(TYPICAL);
        byte[] twice = Arrays.copyOf(whole, whole.length * 2);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);

        assertThatThrownBy(() -> RecordFormat.read(twice)).isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> RecordFormat.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(DamagedException.class);
    }

    @Test
    void read_editedByHand_isDamaged() {
        String text = new String(RecordFormat.write(TYPICAL), StandardCharsets.US_ASCII);
        byte[] edited = text.replace("answer.usage=no", "answer.usage=yes").getBytes(StandardCharsets.US_ASCII);

        RecordSource source = RecordSource.of("telemetry-consent", edited);

        assertThat(source.answer()).isNull();
        assertThat(source.damage()).contains("checksum");
    }

    private static Instant moment(Random random) {
        return Instant.ofEpochSecond(Math.floorMod(random.nextLong(), 253_402_300_800L));
    }

    private static How how(Random random) {
        return How.values()[random.nextInt(How.values().length)];
    }
}
