package dev.candor.telemetry.core.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.FilePlaces;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A config file that was read whole once and is cut anywhere afterwards never allows more than it did. */
class LostNoTest {
    private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(1_700_000_000);

    /** What allows something but for the config file. */
    enum Yes {
        RECORDED,
        BY_DEFAULT,
        ENVIRONMENT,
        ENVIRONMENT_WITHOUT_A_RECORD
    }

    private static final Map<Format, List<String>> FILES = Map.of(
            Format.TOML,
                    List.of(
                            "title = \"mine\"\n[runtime]\nloader_telemetry = false\nlevel = 1\n",
                            "enable_runtime_trace = true\n[runtime]\nloader_telemetry = true\nenable_runtime_trace = false\n",
                            "# mine\n\n[runtime]\nloader_telemetry = true\nloader_errors = \"off\"\n[x]\ny = 1979-05-27",
                            "[runtime]\nlevel = 1\nloader_telemtry = true\nloader_telemetry = true\n",
                            "[runtime]\nloader_telemetry = true\nloader_telemtry = true\n",
                            "[runtime]\nloader_telemetry = 12"),
            Format.YAML,
                    List.of(
                            "title: mine\nruntime:\n  level: 1\n  loader_telemetry: false\n",
                            "runtime:\n  loader_telemetry: true\nenable_runtime_trace: 'off'\n",
                            "runtime:\n  loader_telemetry: tomorrow",
                            "runtime: {loader_telemetry: \"no\"}\nenable_runtime_trace: off",
                            "runtime:\n  loader_telemetry: yes\n  loader_errors: no\n"),
            Format.JSON,
                    List.of(
                            "{\"runtime\": {\"loader_telemetry\": false},\n \"enable_runtime_trace\": true}\n",
                            "{\"enable_runtime_trace\": false, \"runtime\": {\"loader_telemetry\": true}}"),
            Format.PROPERTIES,
                    List.of(
                            "# mine\nlevel=1\nruntime.loader_telemetry=false\n",
                            "runtime.loader_telemetry = true\nenable_runtime_trace = false\nlevel=1\n",
                            "runtime.loader_telemetry = true\nruntime.loader_errors = nothing",
                            "runtime.loader_telemetry: on\\\n  no\n"));

    private static final Logger LOG = Logger.getLogger("dev.candor.telemetry");

    @TempDir
    Path temp;

    /** Thousands of damaged files would be thousands of lines in the build's output. */
    @BeforeAll
    static void hush() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({"USER", "PROJECT", "POLICY"})
    void configFile_cutAnywhereAfterItWasRead_allowsNoMore(String scope) throws IOException {
        int cuts = 0;
        for (Yes yes : Yes.values()) {
            for (Map.Entry<Format, List<String>> each : FILES.entrySet()) {
                for (String text : each.getValue()) {
                    // Such a file is damaged already: a default of yes does not hold beside it, and a policy is in
                    // doubt.
                    boolean cut = each.getKey() != Format.JSON && !text.endsWith("\n");
                    if (cut && (yes == Yes.BY_DEFAULT || scope.equals("POLICY"))) {
                        continue;
                    }
                    cuts += requireNoMore(scope, yes, each.getKey(), text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(cuts).isGreaterThan(3_000);
    }

    private int requireNoMore(String scope, Yes yes, Format format, byte[] whole) throws IOException {
        Path home = Files.createTempDirectory(temp, "home");
        ConsentRules rules = rules(format, yes);
        Surroundings surroundings = surroundings(home, yes);
        Path file = file(scope, rules, surroundings, format);
        Path record = home.resolve(".loader").resolve(RecordedAnswer.FILE_NAME);
        writeRecord(record, yes);
        write(file, whole);
        Set<String> before = allowed(rules, surroundings);
        byte[] remembering = Files.exists(record) ? Files.readAllBytes(record) : null;
        assertThat(before)
                .as("without any file, so that there is something to lose: %s", yes)
                .isNotEqualTo(allowedWithout(file, record, rules, surroundings, yes));

        for (int length = whole.length - 1; length >= -1; length--) {
            restore(record, remembering);
            Files.delete(file);
            if (length >= 0) {
                write(file, Arrays.copyOf(whole, length));
            }

            assertThat(before)
                    .as("%s, %s, cut to %d: %s", scope, yes, length, text(whole, length))
                    .containsAll(allowed(rules, surroundings))
                    .as("and the same the second time")
                    .containsAll(allowed(rules, surroundings));
            if (length < 0) {
                write(file, whole);
            }
        }
        return whole.length + 1;
    }

    private static ConsentRules rules(Format format, Yes yes) {
        boolean usual = yes == Yes.BY_DEFAULT;
        return RecordingFixture.loader()
                .purposes(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES)
                .purposeKey(Purpose.ERRORS, "runtime.loader_errors")
                .formats(format)
                .defaultFor(Purpose.USAGE, usual)
                .defaultFor(Purpose.ERRORS, usual)
                .asking(usual ? Asking.NOTICE : Asking.PROMPT)
                .build();
    }

    private static Surroundings surroundings(Path home, Yes yes) {
        boolean said = yes == Yes.ENVIRONMENT || yes == Yes.ENVIRONMENT_WITHOUT_A_RECORD;
        return RecordingFixture.surroundings(home, said ? Map.of("LOADER_ENABLE_TELEMETRY", "1") : Map.of());
    }

    private static Path file(String scope, ConsentRules rules, Surroundings surroundings, Format format) {
        FilePlaces places = new FilePlaces(rules, surroundings);
        return switch (scope) {
            case "USER" -> places.userFolders().get(0).resolve(FilePlaces.configName(format));
            case "PROJECT" -> places.projectFolder().resolve(FilePlaces.configName(format));
            default -> places.policyFolder().orElseThrow().resolve(FilePlaces.policyName(format));
        };
    }

    private static void writeRecord(Path record, Yes yes) throws IOException {
        Answer answer = new Answer(true, LONG_AGO, 1, How.PROMPT);
        RecordedAnswer written = RecordedAnswer.NONE.with(new NoticeShown(1, LONG_AGO, true));
        if (yes == Yes.RECORDED) {
            written = written.with(Purpose.USAGE, answer).with(Purpose.ERRORS, answer);
        }
        if (yes != Yes.ENVIRONMENT_WITHOUT_A_RECORD) {
            write(record, RecordFormat.write(written));
        }
    }

    private static Set<String> allowedWithout(
            Path file, Path record, ConsentRules rules, Surroundings surroundings, Yes yes) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] kept = Files.exists(record) ? Files.readAllBytes(record) : null;
        Files.delete(file);
        Files.deleteIfExists(record);
        writeRecord(record, yes);
        Set<String> allowed = allowed(rules, surroundings);
        restore(record, kept);
        write(file, whole);
        return allowed;
    }

    /** What a new process would be allowed, which keeps in mind what it reads. */
    private static Set<String> allowed(ConsentRules rules, Surroundings surroundings) {
        ConsentGate gate = ConsentGate.open(rules, surroundings, Invocation.PLAIN);
        gate.rememberWith(new AnswerBook(rules, surroundings, false));
        Set<String> allowed = new java.util.HashSet<>();
        for (Purpose each : EnumSet.of(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES)) {
            for (Audience audience : Audience.values()) {
                if (gate.allows(each, audience)) {
                    allowed.add(each + " " + audience);
                }
            }
        }
        return allowed;
    }

    private static void restore(Path record, byte[] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(record);
        } else if (!Files.exists(record) || !Arrays.equals(content, Files.readAllBytes(record))) {
            write(record, content);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static String text(byte[] whole, int length) {
        return length < 0 ? "gone" : new String(whole, 0, length, StandardCharsets.UTF_8);
    }
}
