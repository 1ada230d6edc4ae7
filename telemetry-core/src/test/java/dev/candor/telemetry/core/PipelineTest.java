package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of signals from the application to backends that keep what they get. */
class PipelineTest {
    private static final Attribute<String> KIND = Attribute.oneOf("kind", "small", "large");
    private static final Attribute<Double> ELAPSED = Attribute.number("elapsed", 0, 100);
    private static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    private static final Attribute<String> NOTE = Attribute.text("note", 80);
    private static final EventType DONE = EventType.named("work_done")
            .with(KIND)
            .with(ELAPSED)
            .with(SUCCESS)
            .with(NOTE)
            .build();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final String maintainerKey = UUID.randomUUID().toString();
    private final String ownKey = UUID.randomUUID().toString();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void agree() {
        environment.put("WORKER_ENABLE_TELEMETRY", "1");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void record_allowed_arrivesWithWhatWasDeclared(Mode mode) throws IOException {
        try (Telemetry telemetry = tool(mode).open()) {
            boolean accepted = telemetry
                    .event(DONE)
                    .with(KIND, "huge")
                    .with(ELAPSED, 2.5)
                    .with(SUCCESS, true)
                    .with(NOTE, "mail me at jane.doe@example.com please")
                    .record();
            telemetry.flush(LONG);

            assertThat(accepted).isTrue();
        }

        List<Signal> received = Recorder.received(maintainerKey);
        assertThat(received).hasSize(1);
        UsageEvent event = (UsageEvent) received.get(0);
        assertThat(event.name()).isEqualTo("work_done");
        assertThat(event.attributes())
                .containsEntry("kind", "other")
                .containsEntry("elapsed", 2.5)
                .containsEntry("success", true);
        assertThat(String.valueOf(event.attributes().get("note")))
                .doesNotContain("jane")
                .contains("<email>");
        assertThat(event.header().resource().toolName()).isEqualTo("worker");
        assertThat(event.header().id().version()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0})
    void flushAndClose_absurdDeadline_doNotThrow(long seconds) throws IOException {
        Duration absurd = Duration.ofSeconds(seconds);
        // In memory: what a disk still gets after a close without time would be in the way of the folder's end.
        Telemetry telemetry = tool(Mode.MEMORY).open();
        telemetry.event(DONE).with(ELAPSED, 1.0).record();

        long waiting =
                telemetry.flush(absurd).waiting() + telemetry.close(absurd).waiting();

        assertThat(seconds > 0 ? waiting : 0).isZero();
    }

    @Test
    void record_undecided_doesNothingAndLeavesNothing() throws IOException {
        environment.clear();

        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            boolean accepted = telemetry.event(DONE).with(ELAPSED, 1.0).record();

            assertThat(accepted).isFalse();
            assertThat(telemetry.enabled(Purpose.USAGE)).isFalse();
        }

        assertThat(Recorder.received(maintainerKey)).isEmpty();
        assertThat(folder.resolve("home")).isEmptyDirectory();
    }

    @Test
    void record_ownKey_takesThePlaceOfTheMaintainers() throws IOException {
        environment.put("RUNTIME__USAGE_KEY", ownKey);

        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            telemetry.event(DONE).with(ELAPSED, 1.0).record();
            telemetry.flush(LONG);
        }

        assertThat(Recorder.received(ownKey)).hasSize(1);
        assertThat(Recorder.received(maintainerKey)).isEmpty();
    }

    @Test
    void run_failing_reportsToTheOwnerWithMessageAndToTheMaintainerWithout() throws IOException {
        environment.put("RUNTIME__OWNER_KEY", ownKey);
        IllegalStateException failure = new IllegalStateException("table customers of acme is full");

        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            Throwable thrown = null;
            try {
                telemetry.errors().run(() -> {
                    throw failure;
                });
            } catch (IllegalStateException same) {
                thrown = same;
            }
            telemetry.errors().record(failure);
            telemetry.flush(LONG);

            assertThat(thrown).isSameAs(failure);
        }

        List<Signal> owner = Recorder.received(ownKey);
        assertThat(owner).hasSize(1);
        assertThat(((ErrorReport) owner.get(0)).exceptions().get(0).message()).contains("table customers");
        List<Signal> maintainer = Recorder.received(maintainerKey);
        assertThat(maintainer).hasSize(1);
        assertThat(maintainer.toString()).doesNotContain("customers").contains("PipelineTest");
    }

    @Test
    void trace_closed_arrivesAsOneWithItsSteps() throws IOException {
        environment.put("RUNTIME__OWNER_KEY", ownKey);

        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            try (Span run = telemetry.trace("run")) {
                run.set("pipeline", "zones");
                telemetry.trace("extract").close();
                telemetry.trace("load").fail(new IOException("disk")).close();
            }
            telemetry.flush(LONG);
        }

        List<Signal> received = Recorder.received(ownKey);
        assertThat(received).hasSize(1);
        Trace trace = (Trace) received.get(0);
        assertThat(trace.spans()).extracting(Trace.Span::name).containsExactly("run", "extract", "load");
        assertThat(trace.root().parentSpanId()).isEmpty();
        assertThat(trace.spans().get(2).failed()).isTrue();
        assertThat(trace.spans().get(2).parentSpanId()).isEqualTo(trace.root().spanId());
    }

    @Test
    void record_killSwitch_stopsBothAudiences() throws IOException {
        environment.put("RUNTIME__OWNER_KEY", ownKey);
        environment.put("ENABLE_RUNTIME_TRACE", "false");

        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            telemetry.event(DONE).record();
            telemetry.trace("run").close();
            telemetry.errors().record(new IllegalStateException());
            telemetry.flush(LONG);
        }

        assertThat(Recorder.received(ownKey)).isEmpty();
        assertThat(Recorder.received(maintainerKey)).isEmpty();
        assertThat(folder.resolve("home")).isEmptyDirectory();
    }

    @Test
    void flush_inALaterRun_deliversWhatACommandLeft() throws IOException {
        try (Telemetry first = tool(Mode.COMMAND).open()) {
            first.event(DONE).with(ELAPSED, 1.0).record();
        }
        assertThat(Recorder.received(maintainerKey)).isEmpty();

        tool(Mode.COMMAND).control().flush(LONG);

        assertThat(Recorder.received(maintainerKey)).hasSize(1);
    }

    @Test
    void off_recorded_removesTheMaintainersAndKeepsTheOwners() throws IOException {
        environment.clear();
        environment.put("RUNTIME__OWNER_KEY", ownKey);
        assertThat(tool(Mode.COMMAND).control().on(Set.of()).effective()).isTrue();
        try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
            assertThat(telemetry.event(DONE).with(ELAPSED, 1.0).record()).isTrue();
            assertThat(telemetry.errors().record(new IllegalStateException("full")))
                    .isTrue();
        }

        Control.Switched off = tool(Mode.COMMAND).control().off(Set.of());
        tool(Mode.COMMAND).control().flush(LONG);

        assertThat(off.effective()).as(off.messages().toString()).isTrue();
        assertThat(Recorder.received(maintainerKey)).isEmpty();
        assertThat(Recorder.received(ownKey)).hasSize(1);
        assertThat(tool(Mode.COMMAND)
                        .control()
                        .status()
                        .decisions()
                        .get("usage")
                        .state())
                .isEqualTo("denied");
    }

    @Test
    void withdrawn_whileAServerRuns_stopsItAndRemovesWhatWaits() throws Exception {
        environment.clear();
        assertThat(tool(Mode.SERVER).control().on(Set.of()).effective()).isTrue();
        try (Telemetry telemetry = tool(Mode.SERVER).open()) {
            assertThat(telemetry.enabled(Purpose.USAGE)).isTrue();

            tool(Mode.SERVER).control().off(Set.of());
            long deadline = System.nanoTime() + LONG.toNanos();
            while (telemetry.enabled(Purpose.USAGE) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }

            assertThat(telemetry.enabled(Purpose.USAGE)).isFalse();
            assertThat(telemetry.event(DONE).record()).isFalse();
        }
    }

    private Candor tool(Mode mode) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Surroundings surroundings = Surroundings.builder()
                .environment(environment)
                .home(home)
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(mode)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0")
                        .section("runtime")
                        .build())
                .errors(ErrorRules.owned("dev.candor.telemetry.core").build())
                .maintainer("usage", Map.of("key", maintainerKey), Purpose.USAGE, Purpose.ERRORS)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }
}
