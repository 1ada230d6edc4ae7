package dev.candor.telemetry.core.seeds;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A backend that throws, or sends until it is let go, by the key that it is given. */
public final class TroubledBackend implements BackendProvider {
    static final Map<String, Trouble> BY_KEY = new ConcurrentHashMap<>();

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "troubled",
                List.of(new Setting("key", true, true, "Tells tests apart.")),
                EnumSet.allOf(Purpose.class),
                Set.of());
    }

    @Override
    public Backend open(BackendContext context) {
        Trouble trouble = BY_KEY.get(context.settings().get("key").value());
        return new Backend() {
            @Override
            public DeliveryResult export(List<Signal> batch) {
                trouble.sending.countDown();
                if (trouble.throwing) {
                    throw new IllegalStateException("Test error");
                }
                await(trouble.release);
                return new DeliveryResult.Delivered(batch.size());
            }

            @Override
            public List<Payload> preview(List<Signal> batch) {
                return List.of();
            }

            @Override
            public void close() {
                trouble.closed.countDown();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is wrong, and how far it got. */
    static final class Trouble {
        final boolean throwing;
        final CountDownLatch sending = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);

        Trouble(boolean throwing) {
            this.throwing = throwing;
        }
    }
}
