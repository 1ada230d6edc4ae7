package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRedactionTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG3aKe6Uo0",
                "gho_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG3aKe6Uo0",
                "github_pat_11BQ7ZK3Y0vT9mXw2LrPdS_hG5jN8cVbA1kEoUyR4tFiZqWe6MsDxH",
                "glpat-uZ4kXw9TmQ7rLb2sVnYc",
                "AKIAZQ3WJ7K5TNXR2VLB",
                "ASIAZQ3WJ7K5TNXR2VLB",
                "AIzaSyC4vQ9mR2xKt7LwZb1NpJ8hYd3GfTeUo5s",
                "ya29.a0AfH6SMBq3vR9xKt7LwZb1NpJ8hYd3Gf",
                "xoxb-2849105736-9fKqLmZ3vTwXyR7s",
                "sk_live_9bVtQ2mXkR7wLz4NcJ5hYd1P",
                "sk-ant-api03-Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8bTq",
                "sk-proj-Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8bTq",
                "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",
                "npm_Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8b",
                "pypi-AgEIcHlwaS5vcmcCJDk4ZTY3YjQ1LTQ2",
                "SG.Vt9QmXk2R7wLz4NcJ5hYd1.PfG3aKe6UoZs8bTqIrAbC1dEfGhIjKlMnOpQrStUv",
                "SK4f0c7b1e9d2a6835c4f0b7e1d9a26835",
                "hvs.CAESIJ9vQmXk2R7wLz4NcJ5hYd1PfG3aKe6Uo",
                "phc_Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8bTq",
                "sntrys_eyJpYXQiOjE2OTAwMDAwMDB9_Vt9QmXk2R7wLz4",
                "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",
                "dapi4f0c7b1e9d2a6835c4f0b7e1d9a26835",
                "dp.pt.Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8bTq",
                "dop_v1_4f0c7b1e9d2a6835c4f0b7e1d9a268354f0c7b1e9d2a6835c4f0b7e1d9a26835",
                "lin_api_Vt9QmXk2R7wLz4NcJ5hYd1PfG3aKe6UoZs8b",
                "ntn_38475610293VtQmXkRwLzNcJhYdPfGaKeUoZsbT",
                "7483920156:AAFvQ9mR2xKt7LwZb1NpJ8hYd3GfTeUo5sW",
                "MTk4NzYyMzg5MTI3NTYzNDk4.GqX7vT.pR9xKt7LwZb1NpJ8hYd3GfTeUo5sWcVbA1k",
                "Kp48Q~vT9mXw2LrPdShG5jN8cVbA1kEoUyR4tFiZ",
                "eyJhbGciOiJFUzI1NiJ9.eyJ1aWQiOiI0MiIsIm4iOjF9.c2lnbmF0dXJlLWJ5dGVz",
                "eyJhbGciOiJFUzI1NiJ9",
                "AGE-SECRET-KEY-1QZ3WJ7K5TNXR2VLBQZ3WJ7K5TNXR2VLBQZ3WJ7K5TNXR2VLBQZ3WJ7K5",
                "vT9mXw2LrPdShG5jN8cVbA1k",
                "vT9mXw2L/rPdShG5jN8c+VbA1kEoUyR4tFiZqWe6MsDxH",
                "c1f09e27ab5d4836c1f09e27ab5d4836",
            })
    void token_inTheMiddleOfASentence_isRemovedAlone(String token) {
        String redacted = redactor.redact("request with " + token + " was refused");

        assertThat(redacted).matches("request with <(token|jwt)> was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "(", "[", "=", ",", ":", "@", "|", "_", "-"})
    void token_behindAMark_isRemoved(String mark) {
        String redacted = redactor.redact("value" + mark + "ghp_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG3aKe6Uo0");

        assertThat(redacted).doesNotContain("R7mQ2xVb9LkT");
    }

    @ParameterizedTest
    @CsvSource({
        "-----BEGIN RSA PRIVATE KEY-----, -----END RSA PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----, -----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN PGP MESSAGE-----, -----END PGP MESSAGE-----",
        "-----BEGIN CERTIFICATE-----, -----END CERTIFICATE-----",
    })
    void armouredKey_whole_isRemoved(String begin, String end) {
        String text = "key " + begin + "\nshort\nlines\n=x1\n" + end + "\nnext line";

        assertThat(redactor.redact(text)).isEqualTo("key <key>\nnext line");
    }

    @Test
    void armouredKey_onOneLineWithEscapes_isRemoved() {
        String text = "{\"k\": \"-----BEGIN EC PRIVATE KEY-----\\nshort\\n-----END EC PRIVATE KEY-----\\n\", \"n\": 1}";

        assertThat(redactor.redact(text)).doesNotContain("short").contains("\"n\": 1");
    }

    @Test
    void armouredKey_withoutItsEnd_isRemovedToTheEnd() {
        assertThat(redactor.redact("a -----BEGIN PRIVATE KEY-----\nshort\nlines"))
                .isEqualTo("a <key>");
    }

    @Test
    void sshKey_withItsComment_isRemoved() {
        String text = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGqX7vTpR9xKt7LwZb1N mia@desk2";

        assertThat(redactor.redact(text)).isEqualTo("ssh-ed25519 <key>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-learn-contrib-is-not-a-token",
                "secret_santa_is_coming_to_town_in_december_this_year",
                "test_that_it_works_when_the_file_is_missing",
                "pat-a-cake",
                "key-value-store-implementation-details",
                "SKIPPED ACCEPTED MGMT",
                "re_export_everything_from_here_please",
            })
    void words_thatStartAsTokensDo_areKept(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }
}
