package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedRedactionTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "to zoe%40mail.example now|to <email> now",
                "to zoe%2540mail.example now|to <email> now",
                "to zoe&#64;mail.example now|to <email> now",
                "to zoe&#x40;mail.example now|to <email> now",
                "to zoe&commat;mail.example now|to <email> now",
                "to zoe\\u0040mail.example now|to <email> now",
                "in %2Fhome%2Fzoe%2Fa.txt now|in <path> now",
                "in \\/home\\/zoe\\/a.txt now|in <path> now",
                "x=password%3Dabc%26y=1|x=password%3D<secret>%26y=1",
                "{&quot;password&quot;:&quot;abc&quot;}|{&quot;password&quot;:&quot;<secret>&quot;}",
                "100%25 done, 3 &amp; 4|100%25 done, 3 &amp; 4",
            })
    void escape_isSeenThrough(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zo\u200be@mail.example",
                "zoe\u200b@\u2060mail.example",
                "zoe\uFF20mail.example",
                "zoe@mail\u3002example",
                "zo\u0435@mail.ex\u0430mple",
                "\uD835\uDC33oe@mail.example",
                "\u202Ezoe@mail.example",
                "\u001b[31mzoe@mail\u001b[0m.example",
            })
    void disguisedAddress_isRemovedWhole(String text) {
        assertThat(redactor.redact("to " + text + " now"))
                .matches("to \\p{Cf}?(\u001b\\[31m)?<email> now")
                .doesNotContain("example");
    }

    @Test
    void disguisedToken_isRemoved() {
        String token = "ghp_R7mQ2xVb9LkT4wZs8NcJ5\u200bhYd1PfG3aKe6Uo0";

        assertThat(redactor.redact("a " + token + " b")).isEqualTo("a <token> b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u041F\u0440\u0438\u0432\u0435\u0442, \u043C\u0438\u0440 \u2014 12 \u0444\u0430\u0439\u043B\u043E\u0432",
                "\u65E5\u672C\u8A9E\u306E\u30C6\u30AD\u30B9\u30C8",
                "na\u00EFve caf\u00E9 \u2013 d\u00E9j\u00E0 vu\u2026",
                "\uD83D\uDE80 done \u2714",
                "lone \uD800 surrogate \uDC00",
                "\u001b[32mBUILD SUCCESS\u001b[0m",
            })
    void textOfOtherScripts_isKept(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }
}
