package dev.candor.telemetry.core.seeds;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Recorder;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A tool in a home of its own, with a backend in memory. */
final class SeedTool {
    static final Attribute<String> USER = Attribute.hash("user");
    static final Attribute<String> TASK = Attribute.oneOf("task", "text", "tokens");
    static final Attribute<Long> RECORDS = Attribute.wholeNumber("records", 0, 1_000_000);
    static final EventType STARTUP = EventType.named("startup").build();
    static final EventType WORK =
            EventType.named("work").with(USER).with(TASK).with(RECORDS).build();

    final Path home;
    final Candor candor;
    private final String key = UUID.randomUUID().toString();

    SeedTool(Path folder, IdentityMode identity, Map<String, String> environment) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        candor = Candor.tool("seed", "1.2.3")
                .mode(Mode.COMMAND)
                .identity(identity)
                .events(STARTUP, WORK)
                .consent(ConsentRules.forTool("seed", "1.2.3").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(Files.createDirectories(folder.resolve("classes"))))
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .properties(Map.of("os.name", "Linux", "os.arch", "amd64", "java.version", "17.0.15"))
                        .home(home)
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .build())
                .build();
    }

    static SeedTool allowed(Path folder) throws IOException {
        return new SeedTool(folder, IdentityMode.RUN, Map.of("SEED_ENABLE_TELEMETRY", "1"));
    }

    /** Opens, lets something happen, and delivers. */
    void run(Consumer<Telemetry> happening) {
        try (Telemetry telemetry = candor.open()) {
            happening.accept(telemetry);
            telemetry.flush(Duration.ofSeconds(30));
        }
    }

    List<Signal> received() {
        return Recorder.received(key);
    }

    UsageEvent only() {
        List<Signal> all = received();
        if (all.size() != 1) {
            throw new AssertionError("not one event but " + all.size());
        }
        return (UsageEvent) all.get(0);
    }
}
