package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A user with a home and a project, for whom two tools record answers in one shared config file. */
final class RecordingFixture {

    private RecordingFixture() {}

    static ConsentRulesBuilder loader() {
        return ConsentRules.forTool("loader", "1.0").purposes(Purpose.USAGE, Purpose.ERRORS);
    }

    static ConsentRulesBuilder deployer() {
        return ConsentRules.forTool("deployer", "1.0")
                .purposes(Purpose.ERRORS)
                .consentKey("tracking")
                .formats(Format.YAML);
    }

    static Surroundings surroundings(Path home) {
        return surroundings(home, Map.of());
    }

    static Surroundings surroundings(Path home, Map<String, String> environment) {
        try {
            return Surroundings.builder()
                    .environment(environment)
                    .machineFolder(home.resolve("etc"))
                    .home(home)
                    .workingDirectory(home.resolve("project"))
                    .user("u", (Integer) Files.getAttribute(home, "unix:uid"))
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<Purpose, Boolean> answers(boolean usage, boolean errors) {
        Map<Purpose, Boolean> answers = new EnumMap<>(Purpose.class);
        answers.put(Purpose.USAGE, usage);
        answers.put(Purpose.ERRORS, errors);
        return answers;
    }

    /** What a new process would be allowed. */
    static boolean allows(ConsentRules rules, Path home, Purpose purpose) {
        return ConsentGate.open(rules, surroundings(home), Invocation.PLAIN).allows(purpose);
    }
}
