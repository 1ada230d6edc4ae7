package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactorTest {

    private final Redactor redactor = Redactor.builder().build();

    @Test
    void redact_textWithNothingPrivate_isTheSameObject() {
        String text = "Loaded 12 tables in 2.2 s";

        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @Test
    void redact_address_isReplacedInPlace() {
        assertThat(redactor.redact("mail to ann.lee@corp.example.org failed")).isEqualTo("mail to <email> failed");
    }
}
