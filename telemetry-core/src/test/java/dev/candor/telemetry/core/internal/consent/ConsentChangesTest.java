package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gate decides when something changes while it is open. */
class ConsentChangesTest extends GateFixture {
    @Test
    void refreshIfChanged_nothingChanged_isFalse() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.refreshIfChanged()).isFalse();
    }

    @Test
    void refreshIfChanged_recordedNoAppears_withdrawsForGood() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());

        write(record(home.resolve(".loader")), both(false));

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        assertThat(withdrawn).containsExactly("USAGE true", "ERRORS true");
    }

    @Test
    void refreshIfChanged_projectSaysNo_withdrawsForNow() throws IOException {
        write(record(home.resolve(".loader")), both(true));
        ConsentGate gate = open(rules().build());

        write(project.resolve(".loader/config.toml"), "[runtime]\nloader_telemetry = false\n");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(withdrawn).containsExactly("USAGE false", "ERRORS false");
    }

    @Test
    void refreshIfChanged_killSwitchInUserFile_withdrawsTheOwnersToo() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());
        assertThat(gate.allows(Purpose.ERRORS, Audience.OWNER)).isTrue();

        write(userConfig(), "enable_runtime_trace = false\n[runtime]\nloader_telemetry = true\n");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allowsAnything()).isFalse();
        assertThat(withdrawn).containsExactly("USAGE true", "ERRORS true", "TRACES true", "OWNER_ERRORS true");
    }

    @Test
    void refreshIfChanged_damage_holdsBackAndDoesNotPurge() throws IOException {
        write(record(home.resolve(".loader")), both(true));
        ConsentGate gate = open(rules().build());

        Files.writeString(record(home.resolve(".loader")), "answer.usage=yes");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(withdrawn).containsExactly("USAGE false", "ERRORS false", "TRACES false", "OWNER_ERRORS false");
    }

    @Test
    void answered_yes_countsInThisRunWithoutAFile() throws IOException {
        ConsentGate gate = open(rules().build());

        gate.answered(Map.of(Purpose.USAGE, new Answer(true, START, 1, How.PROMPT)));

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.allows(Purpose.ERRORS)).isFalse();
        assertThat(gate.report().decision(Purpose.USAGE).source()).isEqualTo("prompt");
    }

    @Test
    void nobodyToAsk_undecided_isDenied() throws IOException {
        ConsentGate gate = open(rules().build());

        gate.nobodyToAsk();

        assertThat(gate.report().decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
        assertThat(gate.report().isUndecided()).isFalse();
    }

    @Test
    void noticeShown_inTheSameRun_sendsNothing() throws IOException {
        ConsentRules rules =
                rules().defaultFor(Purpose.USAGE, true).asking(Asking.NOTICE).build();
        ConsentGate gate = open(rules);

        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(new NoticeShown(1, START, true)));
        clock.forward(Duration.ofDays(3));

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        assertThat(open(rules).allows(Purpose.USAGE)).as("the next run").isTrue();
    }

    @Test
    void noticeLogged_byAServer_waitsForTheGrace() throws IOException {
        ConsentRules rules =
                rules().defaultFor(Purpose.USAGE, true).asking(Asking.NOTICE).build();
        ConsentGate gate = open(rules);
        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(new NoticeShown(1, START, false)));
        assertThat(gate.refreshIfChanged()).isTrue();

        clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(gate.refreshIfChanged()).isFalse();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();

        clock.forward(Duration.ofSeconds(1));
        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void noticeLogged_byAServerThatMayNothingElse_isNoticedByItsOwnEvents() throws IOException {
        ConsentRules rules = rules().defaultFor(Purpose.USAGE, true)
                .asking(Asking.NOTICE)
                .noOwnerDestinations()
                .build();
        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(new NoticeShown(1, START, false)));
        ConsentGate gate = open(rules);
        List<String> started = new ArrayList<>();
        gate.onceAllowed(() -> started.add(String.valueOf(gate.allows(Purpose.USAGE))));

        clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(asked(gate)).isFalse();
        assertThat(gate.allowsAnything()).isFalse();
        clock.forward(Duration.ofSeconds(1));

        assertThat(asked(gate)).isTrue();
        assertThat(gate.allows(Purpose.ERRORS)).isFalse();
        assertThat(started).containsExactly("true");
    }

    private static boolean asked(ConsentGate gate) {
        boolean allowed = false;
        for (int i = 0; i < 300; i++) {
            allowed |= gate.allows(Purpose.USAGE, Audience.MAINTAINER);
        }
        return allowed;
    }

    @Test
    void config_afterRefresh_isTheNewOne() throws IOException {
        ConsentGate gate = open(rules().build());

        write(userConfig(), "[runtime]\nsentry_dsn = \"https://k@h/1\"\n");
        gate.refresh();

        assertThat(gate.config().value("runtime.sentry_dsn")).isPresent();
    }
}
