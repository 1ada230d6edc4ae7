package dev.candor.telemetry.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.RedactionRule;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberingScrubberTest {
    private final CountingScrubber counting = new CountingScrubber();
    private final Scrubber scrubber = RememberingScrubber.of(List.of(), counting);

    @Test
    void text_leftAsItWas_isRedactedOnce() {
        assertThat(scrubber.text("curl/8")).isEqualTo("curl/8");
        assertThat(scrubber.text(new String("curl/8"))).isEqualTo("curl/8");

        assertThat(counting.asked).containsExactly("curl/8");
    }

    @Test
    void text_withASecret_isRedactedEachTime() {
        assertThat(scrubber.text("my secret")).isEqualTo("my <redacted>");
        assertThat(scrubber.text("my secret")).isEqualTo("my <redacted>");

        assertThat(counting.asked).containsExactly("my secret", "my secret");
    }

    @Test
    void text_ofTheSamePlace_isNotTakenForTheOther() {
        // the same hash code, and with it the same place
        assertThat(scrubber.text("Aa")).isEqualTo("Aa");
        assertThat(scrubber.text("BB")).isEqualTo("BB");
        assertThat(scrubber.text("Aa")).isEqualTo("Aa");

        assertThat(counting.asked).containsExactly("Aa", "BB", "Aa");
    }

    @Test
    void text_long_isNotKept() {
        String longText = "a".repeat(257);

        scrubber.text(longText);
        scrubber.text(longText);

        assertThat(counting.asked).containsExactly(longText, longText);
    }

    @Test
    void text_null_isAnsweredByTheOther() {
        assertThat(scrubber.text(null)).isEqualTo("<unscannable>");
    }

    @Test
    void hash_isTheOthers() {
        assertThat(scrubber.hash("alice")).isEqualTo("key-ALICE");
    }

    @Test
    void of_rulesOfTheToolsOwn_remembersNothing() {
        RedactionRule rule = text -> List.of();

        assertThat(RememberingScrubber.of(List.of(rule), counting)).isSameAs(counting);
    }

    private static final class CountingScrubber implements Scrubber {
        final List<String> asked = new ArrayList<>();

        @Override
        public String text(String value) {
            asked.add(value);
            return value == null ? "<unscannable>" : value.replace("secret", "<redacted>");
        }

        @Override
        public @Nullable Object tree(String name, Object value, ValueType.Tree type) {
            return value;
        }

        @Override
        public @Nullable String hash(String value) {
            return "key-" + value.toUpperCase(Locale.ROOT);
        }
    }
}
