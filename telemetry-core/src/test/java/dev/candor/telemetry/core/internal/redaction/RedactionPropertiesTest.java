package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text: it is redacted once and for all, nothing is thrown, and more text around hides nothing. */
class RedactionPropertiesTest {

    private static final List<String> PIECES = List.of(
            "a@b.example",
            "@",
            "://",
            "https://",
            "user:pw@",
            "host",
            "?q=1",
            "&token=x",
            "#f",
            "=",
            ":",
            ": ",
            "\"",
            "'",
            "`",
            "\\",
            "\\\"",
            "\\n",
            "/",
            "//",
            "/home/zoe/a.py",
            "C:\\Users\\zoe",
            "~",
            "~/",
            "$HOME/",
            "password",
            "password=",
            "\"secret\":",
            "Authorization: ",
            "Cookie: ",
            "Bearer ",
            "ghp_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG3aKe6Uo0",
            "eyJhbGciOiJFUzI1NiJ9",
            "-----BEGIN KEY-----",
            "-----END KEY-----",
            "10.1.2.3",
            "2001:db8::1",
            "3c:22:fb:9a:01:7e",
            "4539148803436467",
            "+49 30 901820",
            "<",
            ">",
            "<email>",
            "<secret>",
            "<password>",
            "</password>",
            "%40",
            "%2540",
            "%",
            "&amp;",
            "&#64;",
            "\u200b",
            "\u0430",
            "\uFF20",
            "\uD800",
            "\u001b[31m",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ",",
            ";",
            ".",
            "-",
            "_",
            "+",
            "|",
            " ",
            "\n",
            "\t",
            "x",
            "7",
            "kind: Secret",
            "data:",
            "jdbc:a:",
            "-u ",
            "--token ",
            "vT9mXw2LrPdShG5jN8cVbA1k",
            "word",
            "name: X_TOKEN",
            "value: ",
            "known-value",
            "zoekay",
            "file://",
            "\\\\srv\\x");

    private final Redactor redactor = redactor();

    private static Redactor redactor() {
        Properties properties = new Properties();
        properties.setProperty("user.name", "zoekay");
        properties.setProperty("user.home", "/home/zoekay");
        return Redactor.builder()
                .known(KnownValues.of(Map.of("X_TOKEN", "known-value"), properties))
                .build();
    }

    @Provide
    Arbitrary<String> assembled() {
        return Arbitraries.of(PIECES).list().ofMaxSize(24).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }

    @Property(tries = 5_000, seed = "7189835235975592054")
    void redact_again_changesNothing(@ForAll("assembled") String text) {
        String once = redactor.redact(text);

        assertThat(redactor.redact(once)).isEqualTo(once);
        assertThat(redactor.failures()).isZero();
    }

    @Property(tries = 2_000, seed = "-6458963953232642097")
    void redact_anyCharacters_neverFails(@ForAll("anything") String text) {
        String once = redactor.redact(text);

        assertThat(redactor.redact(once)).isEqualTo(once);
        assertThat(redactor.failures()).isZero();
    }

    @Property(tries = 2_000, seed = "-6458963953232642097")
    void redact_secretAmongOtherLines_isRemovedAllTheSame(
            @ForAll("assembled") String before, @ForAll("assembled") String after) {
        String secret = "ghp_Q8nR3yWc0MlU5xAt9OdK6iZe2QgH4bLf7Vp1";

        String redacted = redactor.redact(before + "\n" + secret + "\n" + after);

        assertThat(redacted).doesNotContain("Q8nR3yWc0MlU");
    }
}
