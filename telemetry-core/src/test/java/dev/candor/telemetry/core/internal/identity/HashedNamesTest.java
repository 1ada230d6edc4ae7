package dev.candor.telemetry.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashedNamesTest {
    private final HashedNames names = new HashedNames();

    @Test
    void of_nameThatCameLately_isItsHash() {
        String hash = null;
        // A garbage collection may come between the two.
        for (int attempt = 0; attempt < 100 && hash == null; attempt++) {
            names.add("alice", "1");
            hash = names.of(new String("alice"));
        }

        assertThat(hash).isEqualTo("1");
        assertThat(names.of("bob")).isNull();
    }

    @Test
    void of_namesOfOnePlace_areNotTakenForEachOther() {
        // the same hash code, and with it the same place
        names.add("Aa", "1");
        names.add("BB", "2");

        assertThat(names.of("Aa")).isNull();
        assertThat(names.of("BB")).isIn("2", null);
    }
}
