package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A damaged file is never more permissive than the whole one. */
class TruncationTest {
    private static final Map<Format, List<String>> FILES = Map.of(
            Format.TOML,
                    List.of(
                            "title = \"mine\"\n[runtime]\nloader_telemetry = false\nsentry_dsn = \"https://k@h/1\"\n",
                            "enable_runtime_trace = false\n[runtime]\nloader_telemetry = true\n",
                            "[runtime]\nloader_telemetry = \"off\" # no\n[other]\nx = 1979-05-27\nenable_runtime_trace = 0"),
            Format.YAML,
                    List.of(
                            "title: mine\nruntime:\n  loader_telemetry: false\n  sentry_dsn: https://k@h/1\n",
                            "enable_runtime_trace: false\nruntime:\n  loader_telemetry: true\n",
                            "runtime: {loader_telemetry: \"no\"}\nenable_runtime_trace: off"),
            Format.JSON,
                    List.of(
                            "{\"runtime\": {\"loader_telemetry\": false},\n \"enable_runtime_trace\": true}\n",
                            "{\"enable_runtime_trace\": false, \"runtime\": {\"loader_telemetry\": true}}"),
            Format.PROPERTIES,
                    List.of(
                            "# mine\nruntime.loader_telemetry=false\nruntime.sentry_dsn=https://k@h/1\n",
                            "enable_runtime_trace = false\nruntime.loader_telemetry = true\n",
                            "runtime.loader_telemetry: no"));

    private static final ConsentRules OFF = rules(false);
    private static final ConsentRules ON = rules(true);

    private static ConsentRules rules(boolean usual) {
        return ConsentRules.forTool("loader", "1.0")
                .formats(Format.TOML, Format.YAML, Format.JSON, Format.PROPERTIES)
                .defaultFor(Purpose.USAGE, usual)
                .defaultFor(Purpose.ERRORS, usual)
                .asking(Asking.NOTICE)
                .build();
    }

    @Test
    void userFile_cutAnywhere_allowsTheMaintainerNoMore() {
        forEachCut((format, whole, cut, atLineEnd) -> {
            int before = resolve(OFF, Scope.USER, format, whole);
            int after = resolve(OFF, Scope.USER, format, cut);

            assertThat(after & ~before & maintainer())
                    .as("%s", new String(cut, StandardCharsets.UTF_8))
                    .isZero();
        });
    }

    @Test
    void file_cutWithinALineOrToNothing_allowsTheMaintainerNoMoreByDefault() {
        for (Scope scope : List.of(Scope.USER, Scope.PROJECT)) {
            forEachCut((format, whole, cut, atLineEnd) -> {
                if (!atLineEnd) {
                    int before = resolve(ON, scope, format, whole);
                    int after = resolve(ON, scope, format, cut);

                    assertThat(after & ~before & maintainer())
                            .as("%s %s", scope, new String(cut, StandardCharsets.UTF_8))
                            .isZero();
                }
            });
        }
    }

    @Test
    void policy_cutWithinALineOrToNothing_allowsNoMoreThanBefore() {
        forEachCut((format, whole, cut, atLineEnd) -> {
            if (!atLineEnd) {
                int before = resolve(ON, Scope.POLICY, format, whole);
                int after = resolve(ON, Scope.POLICY, format, cut);

                assertThat(after & ~before)
                        .as("%s", new String(cut, StandardCharsets.UTF_8))
                        .isZero();
            }
        });
    }

    /** A file cut at the end of a line cannot be told from a shorter one: hence the second file, with its checksum. */
    @Test
    void userFile_cutAnywhereBesideARecordedNo_allowsTheMaintainerNothing() {
        RecordedAnswer.Answer no = new RecordedAnswer.Answer(false, Inputs.START, 1, RecordedAnswer.How.COMMAND);
        RecordedAnswer record = RecordedAnswer.NONE.with(Purpose.USAGE, no).with(Purpose.ERRORS, no);
        forEachCut((format, whole, cut, atLineEnd) -> {
            ConsentReport report = Inputs.of(ON)
                    .file(Scope.USER, format, cut)
                    .record(record.with(new RecordedAnswer.NoticeShown(1, Inputs.START.minusSeconds(99), true)))
                    .resolve();

            assertThat(report.mask() & maintainer()).isZero();
        });
    }

    @Test
    void record_anyBitFlippedOrCutAnywhere_allowsNoMoreThanBefore() {
        RecordedAnswer.Answer no = new RecordedAnswer.Answer(false, Inputs.START, 1, RecordedAnswer.How.PROMPT);
        RecordedAnswer.Answer yes = new RecordedAnswer.Answer(true, Inputs.START, 1, RecordedAnswer.How.PROMPT);
        RecordedAnswer.NoticeShown shown = new RecordedAnswer.NoticeShown(1, Inputs.START.minusSeconds(99), true);
        for (RecordedAnswer each : List.of(
                RecordedAnswer.NONE
                        .with(Purpose.USAGE, no)
                        .with(Purpose.ERRORS, no)
                        .with(shown),
                RecordedAnswer.NONE.with(Purpose.USAGE, no).with(Purpose.ERRORS, yes),
                RecordedAnswer.NONE.with(Purpose.USAGE, yes).with(Purpose.TRACES, no))) {
            byte[] whole = RecordFormat.write(each);
            int before = Inputs.of(ON).record(whole).resolve().mask();
            for (int bit = 0; bit < whole.length * 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);

                assertThat(Inputs.of(ON).record(flipped).resolve().mask() & ~before)
                        .as("bit %d", bit)
                        .isZero();
            }
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);

                assertThat(Inputs.of(ON).record(cut).resolve().mask() & ~before)
                        .as("%d bytes", length)
                        .isZero();
            }
        }
    }

    private static int maintainer() {
        return Subject.USAGE.bit() | Subject.ERRORS.bit();
    }

    /** What is allowed; beside a policy, the environment says yes. */
    private static int resolve(ConsentRules rules, Scope scope, Format format, byte[] content) {
        return Inputs.of(rules)
                .file(scope, format, content)
                .variable("LOADER_ENABLE_TELEMETRY", scope == Scope.POLICY ? "1" : null)
                .noticed(1)
                .resolve()
                .mask();
    }

    private interface Cut {
        void look(Format format, byte[] whole, byte[] cut, boolean atLineEnd);
    }

    private static void forEachCut(Cut check) {
        FILES.forEach((format, texts) -> {
            for (String text : texts) {
                byte[] whole = text.getBytes(StandardCharsets.UTF_8);
                for (int length = 0; length < whole.length; length++) {
                    boolean atLineEnd = length > 0 && whole[length - 1] == '\n';
                    check.look(format, whole, Arrays.copyOf(whole, length), atLineEnd);
                }
            }
        });
    }
}
