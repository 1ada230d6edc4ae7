package dev.candor.telemetry.core.seeds;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
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
import java.util.function.UnaryOperator;

/** A tool in a home of its own, with a backend in memory. */
final class SeedTool {
    static final Attribute<String> USER = Attribute.hash("user");
    static final Attribute<String> TASK = Attribute.oneOf("task", "text", "tokens");
    static final Attribute<Long> RECORDS = Attribute.wholeNumber("records", 0, 1_000_000);
    static final Attribute<String> DESTINATION = Attribute.oneOf("destination_name", "hsqldb");
    static final Attribute<Double> ELAPSED = Attribute.number("elapsed", 0, 86_400);
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    static final Attribute<String> SCHEMA = Attribute.hash("requested_schema_name_hash");
    static final EventType STARTUP = EventType.named("startup").build();
    static final EventType WORK =
            EventType.named("work").with(USER).with(TASK).with(RECORDS).build();
    static final EventType PIPELINE_RUN = EventType.named("pipeline_run")
            .with(DESTINATION)
            .with(ELAPSED)
            .with(SUCCESS)
            .build();
    static final EventType ACCESS = EventType.named("pipeline_access_dataset")
            .with(SCHEMA)
            .with(SUCCESS)
            .dailyCap(1)
            .build();

    final Path home;
    final Candor candor;
    private final String key = UUID.randomUUID().toString();

    SeedTool(Path folder, IdentityMode identity, Map<String, String> environment) throws IOException {
        this(folder, identity, environment, builder -> builder);
    }

    SeedTool(
            Path folder,
            IdentityMode identity,
            Map<String, String> environment,
            UnaryOperator<CandorBuilder> description)
            throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        candor = description
                .apply(Candor.tool("seed", "1.2.3"))
                .mode(Mode.COMMAND)
                .identity(identity)
                .events(STARTUP, WORK, PIPELINE_RUN, ACCESS)
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
