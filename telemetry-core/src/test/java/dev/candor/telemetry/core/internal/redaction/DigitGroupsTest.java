package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** What is remembered between two groups of a row changes no count. */
class DigitGroupsTest {

    private static final int MOST = 7;

    @Property(tries = 2_000)
    void count_ofEachGroupOfARow_isTheCountOfAFreshReader(
            @ForAll @StringLength(max = 40) @CharRange(from = '1', to = '3') @Chars({' ', '-', '.', 'x'}) String text,
            @ForAll boolean strict) {
        Scan scan = scan(text);
        DigitGroups remembering = new DigitGroups(MOST, strict);
        remembering.reset();

        for (int i = 0; i < text.length(); i++) {
            if (!Ascii.digit(text.charAt(i)) || (i > 0 && Ascii.alnum(text.charAt(i - 1)))) {
                continue;
            }
            DigitGroups fresh = new DigitGroups(MOST, strict);
            fresh.reset();
            int expected = fresh.count(scan, i);

            int count = remembering.count(scan, i);

            assertThat(count).isEqualTo(expected);
            assertThat(remembering.end()).isEqualTo(fresh.end());
        }
    }

    private static Scan scan(String text) {
        KnownIndex nothing = new KnownIndex(KnownValues.of(Map.of(), new Properties()));
        Scan scan = new Scan(nothing, new Spans());
        scan.load(text);
        return scan;
    }
}
