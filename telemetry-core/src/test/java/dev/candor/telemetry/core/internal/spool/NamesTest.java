package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = new Names();

    private String read(String written) {
        PayloadBuffer out = new PayloadBuffer();
        out.putVarint(7);
        out.putString(written);
        out.putString("rest");
        PayloadReader in = new PayloadReader(out.toByteArray(), names);
        assertThat(in.getVarint()).isEqualTo(7);

        String name = in.getName();

        assertThat(in.getString()).isEqualTo("rest");
        return name;
    }

    @Test
    void getName_again_isTheSameString() {
        String first = read("destination");

        assertThat(read("destination")).isEqualTo("destination").isSameAs(first);
    }

    @Test
    void getName_ofAnyLength_isWhatWasWritten() {
        for (String name :
                new String[] {"", "a", "\u00e4", "\ud83e\udd86", "x".repeat(64), "x".repeat(65), "x".repeat(5_000)}) {
            assertThat(read(name)).isEqualTo(name);
            assertThat(read(name)).isEqualTo(name);
        }
    }

    @Test
    void getName_namesOnTheSamePlace_areToldApart() {
        for (int round = 0; round < 2; round++) {
            // the same length and the same first, middle and last letter
            assertThat(read("a1b2c")).isEqualTo("a1b2c");
            assertThat(read("a3b4c")).isEqualTo("a3b4c");
        }
    }

    @Test
    void getName_moreNamesThanPlaces_isWhatWasWritten() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 2_000; i++) {
                assertThat(read("name" + i)).isEqualTo("name" + i);
            }
        }
    }
}
