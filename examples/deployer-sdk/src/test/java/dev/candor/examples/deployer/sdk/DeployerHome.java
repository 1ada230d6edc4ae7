package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A home of its own, and deployer in it. */
record DeployerHome(Path root, String maintainer) {
    DeployerHome {
        try {
            Files.createDirectories(root.resolve("home/.deployer"));
            Files.createDirectories(root.resolve("work"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    DeployerHome tracking(String value) throws IOException {
        Files.writeString(config(), "tracking: " + value + "\n", StandardCharsets.UTF_8);
        return this;
    }

    Path config() {
        return root.resolve("home/.deployer/config.yaml");
    }

    /** A small folder to deploy. */
    Path site() throws IOException {
        Path site = Files.createDirectories(root.resolve("work/my-secret-site"));
        Files.writeString(site.resolve("customers.txt"), "alice@example.org\n", StandardCharsets.UTF_8);
        return site;
    }

    Candor tool(String version, Map<String, String> environment) {
        return tool(version, environment, Duration.ZERO, false);
    }

    /** The same at a later time, with somebody who sees standard error, or nobody. */
    Candor tool(String version, Map<String, String> environment, Duration later, boolean seen) {
        return described(
                DeployerTelemetry.builder(version, environment),
                surroundings(environment)
                        .clock(Clock.offset(Clock.systemUTC(), later))
                        .terminals(false, false, seen));
    }

    /** The SDK in an application, of which nobody has said anything yet. */
    Candor sdk(String version, Map<String, String> environment) {
        return described(
                DeployerTelemetry.embedded(version, environment),
                surroundings(environment).terminals(true, true, true));
    }

    private Candor described(CandorBuilder builder, Surroundings.Builder surroundings) {
        return builder.maintainer("sentry", Map.of("dsn", maintainer), Purpose.ERRORS)
                .surroundings(surroundings.build())
                .build();
    }

    private Surroundings.Builder surroundings(Map<String, String> environment) {
        return Surroundings.builder()
                .environment(environment)
                .properties(Map.of(
                        "os.name", "Linux",
                        "java.version", System.getProperty("java.version"),
                        "java.vendor", System.getProperty("java.vendor")))
                .home(root.resolve("home"))
                .workingDirectory(root.resolve("work"));
    }
}
