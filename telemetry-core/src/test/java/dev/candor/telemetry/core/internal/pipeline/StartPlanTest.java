package dev.candor.telemetry.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.start.StartPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start by plan decides as a full start does, or leaves it to that. */
class StartPlanTest {
    private static final String YES = "runtime.worker_telemetry = true\n";
    private static final String NO_ = "runtime.worker_telemetry =false\n";

    @TempDir
    Path folder;

    private PlannedTool tool;

    @BeforeEach
    void runOnce() throws IOException {
        tool = new PlannedTool(folder);
        PlannedTool.write(tool.userConfig(), YES);
        assertThat(tool.run()).isTrue();
    }

    @Test
    void plan_nothingChanged_standsAndDecidesTheSame() {
        StartPlan plan = tool.plan();

        assertThat(plan).isNotNull();
        assertSame(plan);
    }

    @Test
    void quick_recordsAsAFullStartDoes() {
        Telemetry quick = tool.quick();

        assertThat(quick).isInstanceOf(QuickTelemetry.class);
        assertThat(quick.enabled(Purpose.USAGE)).isTrue();
        assertThat(quick.event(PlannedTool.DONE).with(PlannedTool.SUCCESS, true).record())
                .isTrue();
        assertThat(quick.close(Duration.ofSeconds(5)).waiting()).isEqualTo(1);
    }

    @Test
    void quick_whatNeedsTheWholeTelemetry_getsItAndLosesNothing() {
        Telemetry quick = tool.quick();
        quick.event(PlannedTool.DONE).record();
        quick.errors().record(new IllegalStateException("for once"));

        assertThat(quick.event(PlannedTool.DONE).record()).isTrue();
        assertThat(quick.close(Duration.ofSeconds(5)).waiting()).isGreaterThanOrEqualTo(2);
        assertThat(quick.event(PlannedTool.DONE).record()).isFalse();
    }

    @Test
    void off_deletesThePlan() {
        tool.control().switchTo(false, Set.of(), false);

        assertThat(tool.planFile()).doesNotExist();
    }

    @Test
    void purge_deletesThePlan() {
        tool.control().purge();

        assertThat(tool.planFile()).doesNotExist();
    }

    @Test
    void plan_fileEditedWithSameSizeAndTime_doesNotStand() throws IOException {
        tool.environment.remove("WORKER_ENABLE_TELEMETRY");
        assertThat(tool.run()).isTrue();
        assertThat(tool.plan()).isNotNull();
        assertThat(NO_).hasSameSizeAs(YES);

        PlannedTool.write(tool.userConfig(), NO_);

        assertThat(tool.plan()).isNull();
        assertThat(tool.report().allows(Purpose.USAGE)).isFalse();
    }

    @Test
    void plan_variableOfABackendThatIsNotHere_isSaidInEachRunAndDoesNotStand() throws IOException {
        tool.environment.put("RUNTIME__MIXPANEL_KEY", "4711");
        assertThat(tool.run()).isTrue();

        assertThat(tool.plan()).isNull();
        assertThat(tool.control().status().diagnostics())
                .singleElement()
                .asString()
                .startsWith("env:RUNTIME__MIXPANEL_KEY belongs to no backend that is here");
    }

    @Test
    void plan_flagOrCodeForbids_doesNotStand() {
        tool.invocation = new Invocation(true, false, null);
        assertThat(tool.plan()).isNull();
        tool.invocation = new Invocation(false, true, null);
        assertThat(tool.plan()).isNull();
    }

    @Test
    void plan_toolChanged_doesNotStand() {
        tool.key = "another-key";
        assertThat(tool.plan()).isNull();
        tool.key = "a-key";
        tool.rules = ConsentRules.forTool("worker", "1.0.0")
                .consentKey("runtime.other_key")
                .build();
        assertThat(tool.plan()).isNull();
    }

    @Test
    void plan_otherProjectThatSaysTheSame_stands() throws IOException {
        tool.workingFolder = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(tool.plan()).isNotNull();

        PlannedTool.write(tool.projectConfig(), "enable_runtime_trace = false\n");

        assertThat(tool.plan()).isNull();
        assertThat(tool.report().allows(Purpose.USAGE)).isFalse();
    }

    @Test
    void plan_othersMayReadOrWriteIt_isIgnored() throws IOException {
        Files.setPosixFilePermissions(tool.planFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(tool.plan()).isNull();
    }

    @Test
    void plan_clockBeforeItsOwnTime_isIgnored() {
        tool.now = tool.now.minusSeconds(1);

        assertThat(tool.plan()).isNull();
    }

    @Test
    void plan_cutAnywhereOrWithAnyBitTurned_isIgnored() throws IOException {
        byte[] whole = Files.readAllBytes(tool.planFile());

        for (int i = 0; i < whole.length; i++) {
            Files.write(tool.planFile(), Arrays.copyOf(whole, i));
            assertThat(tool.plan()).as("cut at %d", i).isNull();
            byte[] turned = whole.clone();
            turned[i] ^= (byte) (1 << (i & 7));
            Files.write(tool.planFile(), turned);
            assertThat(tool.plan()).as("bit turned in byte %d", i).isNull();
        }
        Files.write(tool.planFile(), whole);
        assertThat(tool.plan()).isNotNull();
    }

    @Test
    void plan_anyChanges_decidesAsAFullStartOrNotAtAll() throws IOException {
        Random random = new Random(20_261_128);
        int stood = 0;
        List<String> said = new ArrayList<>();

        for (int round = 0; round < 600; round++) {
            PlanChanges.one(tool, folder, random);
            if (random.nextBoolean()) {
                tool.run();
            }
            StartPlan plan = tool.plan();
            if (plan != null) {
                stood++;
                assertSame(plan);
            }
            said.add(tool.report().allows(Purpose.USAGE) ? "yes" : "no");
        }

        assertThat(stood).isGreaterThan(20);
        assertThat(said).contains("yes", "no");
    }

    private void assertSame(StartPlan plan) {
        Map<Subject, List<Long>> lanes = tool.lanes();
        for (Subject each : Subject.values()) {
            boolean serves = tool.report().allows(each.purpose(), each.audience())
                    && !lanes.get(each).isEmpty();
            assertThat(plan.serves(each.ordinal())).as("%s", each).isEqualTo(serves);
            if (serves) {
                assertThat(plan.lanes(each.ordinal()))
                        .containsExactly(lanes.get(each).stream()
                                .mapToLong(Long::longValue)
                                .toArray());
            }
        }
    }
}
