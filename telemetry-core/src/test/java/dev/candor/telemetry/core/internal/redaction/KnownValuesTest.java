package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownValuesTest {

    private static Redactor redactor(Map<String, String> environment, String... properties) {
        Properties all = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            all.setProperty(properties[i], properties[i + 1]);
        }
        return Redactor.builder().known(KnownValues.of(environment, all)).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "started by mkovacs today|started by <user> today",
                "started by MKovacs|started by <user>",
                "mkovacs-laptop is slow|<user>-laptop is slow",
                "mkovacsen is another one|mkovacsen is another one",
            })
    void userName_atWordBoundaries_isRemoved(String text, String expected) {
        assertThat(redactor(Map.of(), "user.name", "mkovacs").redact(text)).isEqualTo(expected);
    }

    @Test
    void userName_thatIsEverybodys_isKept() {
        Redactor redactor = redactor(Map.of("USER", "runner", "HOSTNAME", "localhost"), "user.name", "root");

        assertThat(redactor.redact("the runner at localhost has root rights"))
                .isEqualTo("the runner at localhost has root rights");
    }

    @Test
    void hostName_longAndShort_isRemoved() {
        Redactor redactor = redactor(Map.of("HOSTNAME", "zephyr9.plant.example"));

        assertThat(redactor.redact("zephyr9: up, ZEPHYR9.plant.example: up")).isEqualTo("<host>: up, <host>: up");
    }

    @Test
    void withHost_aName_isRemoved() {
        Redactor redactor = Redactor.builder()
                .known(KnownValues.none().withHost("quartz-17"))
                .build();

        assertThat(redactor.redact("node quartz-17 joined")).isEqualTo("node <host> joined");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in /volumes9/team/ledger/src now|in <path> now",
                "in \\volumes9\\team\\ledger\\src now|in <path> now",
                "in \\\\volumes9\\\\team\\\\ledger now|in <path> now",
                "in %2Fvolumes9%2Fteam%2Fledger now|in <path> now",
                "in \\/volumes9\\/team\\/ledger now|in <path> now",
                "at /volumes9/team/ledger/src/Main.java:7|at <path>/Main.java:7",
            })
    void workingDirectory_inEverySpelling_isRemoved(String text, String expected) {
        assertThat(redactor(Map.of(), "user.dir", "/volumes9/team/ledger").redact(text))
                .isEqualTo(expected);
    }

    @Test
    void directory_thatIsEverybodys_isKept() {
        Redactor redactor = redactor(Map.of("PWD", "/"), "user.dir", "/app", "java.io.tmpdir", "/tmp");

        assertThat(redactor.redact("GET /app and /tmp")).isEqualTo("GET /app and /tmp");
    }

    @ParameterizedTest
    @CsvSource({
        "SHOP_API_KEY, plum tree 77",
        "DB_PASSWORD, violet",
        "AUTH_TOKEN, aaaaaaaa",
        "PGPASSWORD, green-apple",
        "MY_CREDENTIALS, me:you:us",
    })
    void secretVariable_value_isRemoved(String name, String value) {
        Redactor redactor = redactor(Map.of(name, value));

        assertThat(redactor.redact("it said " + value + ", twice")).isEqualTo("it said <secret>, twice");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, short", // under six characters it would remove words of any text
        "MONKEY, bananas",
        "KEYBOARD, qwertz",
        "AUTHOR, Selma Lagerlof",
        "AUTH_MODE, anonymous",
        "TOKENIZER, wordpiece",
        "SECRET_MODE, disabled",
    })
    void otherVariable_value_isKept(String name, String value) {
        Redactor redactor = redactor(Map.of(name, value));

        assertThat(redactor.redact("it said " + value + ", twice")).isEqualTo("it said " + value + ", twice");
    }

    @Test
    void secretVariable_ofManyLines_losesEachLine() {
        Redactor redactor = redactor(Map.of("SIGNING_KEY", "first line of it\nsecond line of it"));

        assertThat(redactor.redact("got: second line of it")).isEqualTo("got: <secret>");
    }

    @Test
    void secretVariable_atTheStartOfALongerWord_isRemoved() {
        Redactor redactor = redactor(Map.of("API_TOKEN", "wombatwombat"));

        assertThat(redactor.redact("x wombatwombat2 y")).doesNotContain("wombatwombat");
    }

    @Test
    void with_aValueOfTheCaller_isRemoved() {
        Redactor redactor = Redactor.builder()
                .known(KnownValues.none().with("Acme Rockets", Placeholder.REDACTED))
                .build();

        assertThat(redactor.redact("licensed to ACME rockets only")).isEqualTo("licensed to <redacted> only");
    }
}
