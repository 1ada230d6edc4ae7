package dev.candor.examples.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SegmentReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** dlt's vectors of a command: one event when it is over, which says whether it worked. */
class CommandReportTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final SegmentReceiver segment = new SegmentReceiver();

    @TempDir
    Path home;

    private Candor loader;

    @BeforeEach
    void describe() {
        loader = LoaderTelemetry.builder()
                .maintainer(
                        "segment",
                        Map.of("write_key", "abc", "endpoint", segment.uri().toString()),
                        Purpose.USAGE)
                .surroundings(Surroundings.builder()
                        .environment(Map.of("LOADER_ENABLE_TELEMETRY", "1"))
                        .home(home)
                        .workingDirectory(home)
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        segment.close();
    }

    /** dlt reads success from what a function returns; here a command says that it worked, and silence is failure. */
    @ParameterizedTest(name = "DLT-11 {0}")
    @CsvSource({"says that it worked, true", "says nothing, false"})
    void dlt11_commandThatReturns_isOneEvent(String what, boolean success) {
        try (CommandReport report = init()) {
            if (success) {
                report.succeeded();
            }
        }

        assertThat(properties().path("success").asBoolean()).isEqualTo(success);
        assertThat(properties().path("elapsed").asDouble()).isNotNegative();
    }

    @Test
    void dlt11_commandThatThrows_isOneEventAndTheSameException() {
        IllegalStateException failure = new IllegalStateException("of a command");

        assertThatThrownBy(() -> {
                    try (CommandReport report = init()) {
                        throw failure;
                    }
                })
                .isSameAs(failure);

        assertThat(properties().path("success").asBoolean(true)).isFalse();
        assertThat(segment.requests().get(0).text()).doesNotContain("of a command");
    }

    /** dlt's hook does not see what is no Exception; in Java a command that ends so has failed like any other. */
    @Test
    void dlt15_commandThatEndsByAnError_isOneEventAndTheSameError() {
        AssertionError failure = new AssertionError();

        assertThatThrownBy(() -> {
                    try (CommandReport report = init()) {
                        throw failure;
                    }
                })
                .isSameAs(failure);

        assertThat(properties().path("success").asBoolean(true)).isFalse();
    }

    @Test
    void dlt03_writeKey_isTheNameOfBasicAuthenticationWithoutAPassword() {
        init().close();

        assertThat(properties()).isNotEmpty();
        assertThat(segment.requests()).hasSize(1);
        assertThat(segment.requests().get(0).header("authorization")).contains("Basic YWJjOg==");
    }

    private CommandReport init() {
        return new CommandReport(
                loader.open(), "init", LoaderEvents.COMMAND_INIT, event -> event.with(LoaderEvents.SOURCE, "zones"));
    }

    /** Of the one event that there is. */
    private JsonNode properties() {
        loader.control().flush(LONG);
        List<SegmentMessage> all = segment.awaitCount(1, LONG);
        assertThat(all).extracting(SegmentMessage::name).containsExactly("command_init");
        return all.get(0).content().path("properties");
    }
}
