package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What a sign of life is named after. */
class HostFilesTest {

    private static final String BOOT = "0b7c1f5e-36f8-4a7e-9d8f-3c1c2f0c6f4e\n";

    @Test
    void process_programNamedLikeFields_readsThePlaceAndTheStart() {
        String stat =
                "4711 (a) S 1 (b) ) S 1 4711 4711 0 -1 4194304 93 0 0 0 0 0 0 0 20 0 1 0 56483021 2940928 211 0\n";

        assertThat(HostFiles.process(stat, BOOT)).isEqualTo("4711-56483021-0b7c1f5e");
    }

    @Test
    void process_cutShort_saysSo() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> HostFiles.process("4711 (java) S 1 4711 4711 0 -1 4194304", BOOT));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> HostFiles.process("", ""));
    }

    @Test
    void process_ofThisOne_isTheSameEachTime() {
        assertThat(HostFiles.process())
                .isEqualTo(HostFiles.process())
                .contains("-")
                .doesNotContain("/", " ", "\n");
    }
}
