package dev.candor.telemetry.core.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.seeds.TroubledBackend.Trouble;
import dev.candor.telemetry.spi.BackendProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backend that is slow or broken, as Axolotl's and Blaxel's were: nobody who records feels it. */
@Timeout(120)
class SeedTroubleTest {
    private static final EventType WORK = EventType.named("work").build();

    @TempDir
    Path folder;

    @Test
    void axo17_axo18_backendThatThrows_isNotFeltKeepsTheEventAndIsClosed() throws Exception {
        Trouble trouble = new Trouble(true);
        try (Telemetry telemetry = open(trouble)) {
            assertThat(telemetry.event(WORK).record()).isTrue();

            Delivery delivery = telemetry.flush(Duration.ofSeconds(5));

            assertThat(delivery.delivered()).isZero();
        }

        assertThat(trouble.sending.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(trouble.closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void blx05_blx08_deliveryThatBlocks_neitherHoldsARecordNorAFlush() throws Exception {
        Trouble trouble = new Trouble(false);
        try (Telemetry telemetry = open(trouble)) {
            telemetry.event(WORK).record();

            Delivery delivery = telemetry.flush(Duration.ofMillis(10));
            assertThat(trouble.sending.await(30, TimeUnit.SECONDS)).isTrue();
            boolean taken = telemetry.event(WORK).record();

            // both came back while the first send still waits to be let go
            assertThat(trouble.release.getCount()).isEqualTo(1);
            assertThat(delivery.complete()).isFalse();
            assertThat(taken).isTrue();
        } finally {
            trouble.release.countDown();
        }
    }

    private Telemetry open(Trouble trouble) throws IOException {
        String key = UUID.randomUUID().toString();
        TroubledBackend.BY_KEY.put(key, trouble);
        return Candor.tool("seed", "1.2.3")
                .mode(Mode.SERVER)
                .events(WORK)
                .consent(ConsentRules.forTool("seed", "1.2.3").build())
                .maintainer("troubled", Map.of("key", key), Purpose.USAGE)
                .backends(loader())
                .surroundings(Surroundings.builder()
                        .environment(Map.of("SEED_ENABLE_TELEMETRY", "1"))
                        .home(Files.createDirectories(folder.resolve("home")))
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .build())
                .build()
                .open();
    }

    private ClassLoader loader() throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve(BackendProvider.class.getName()), TroubledBackend.class.getName());
        URL classes = folder.resolve("classes").toUri().toURL();
        return new URLClassLoader(new URL[] {classes}, TroubledBackend.class.getClassLoader());
    }
}
