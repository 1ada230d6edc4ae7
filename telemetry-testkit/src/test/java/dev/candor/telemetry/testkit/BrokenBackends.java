package dev.candor.telemetry.testkit;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import dev.example.webhook.WebhookProvider;
import dev.example.webhook.WebhookReceiver;
import java.net.Authenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The example backend, broken in one way each. Not run by themselves: {@link BackendContractTest} does. */
final class BrokenBackends {
    private BrokenBackends() {}

    /** The contract with a backend between it and the example's. */
    abstract static class Broken extends BackendContract implements BackendProvider {
        private final BackendProvider whole = new WebhookProvider();

        abstract DeliveryResult export(Backend backend, List<Signal> batch);

        List<Payload> preview(Backend backend, List<Signal> batch) {
            return backend.preview(batch);
        }

        @Override
        public BackendProvider provider() {
            return this;
        }

        @Override
        public BackendSpec spec() {
            return whole.spec();
        }

        @Override
        public Backend open(BackendContext context) throws SettingsException {
            Backend backend = whole.open(context);
            return new Backend() {
                @Override
                public DeliveryResult export(List<Signal> batch) {
                    return Broken.this.export(backend, batch);
                }

                @Override
                public List<Payload> preview(List<Signal> batch) {
                    return Broken.this.preview(backend, batch);
                }

                @Override
                public void close() {
                    backend.close();
                }
            };
        }

        @Override
        public Receiver<?> receiver() {
            return new WebhookReceiver();
        }

        @Override
        public Map<String, String> settings(Receiver<?> receiver) {
            return Map.of("endpoint", receiver.uri() + "/events", "token", "token-5b1f", "timeout", "60");
        }

        @Override
        public Map<String, String> impatient() {
            return Map.of("timeout", "0.5");
        }

        @Override
        public Duration deadline() {
            return Duration.ofMillis(500);
        }

        @Override
        public Expected expected(int status) {
            return status == 408 ? Expected.RETRY : super.expected(status);
        }
    }

    static class SaysDelivered extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            backend.export(batch);
            return new DeliveryResult.Delivered(batch.size());
        }
    }

    static class TriesAgainByItself extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            DeliveryResult result = backend.export(batch);
            return result instanceof DeliveryResult.RetryLater ? backend.export(batch) : result;
        }
    }

    static class MakesNewIds extends Broken {
        private int next = 500;

        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            List<Signal> renewed = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                renewed.add(Signals.usage(next++));
            }
            return backend.export(renewed);
        }
    }

    static class SettlesMoreThanItGot extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            DeliveryResult result = backend.export(batch);
            return result instanceof DeliveryResult.Delivered ? new DeliveryResult.Delivered(batch.size() + 1) : result;
        }
    }

    static class DropsTheLast extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            backend.export(batch.subList(0, Math.max(1, batch.size() - 1)));
            return new DeliveryResult.Delivered(batch.size());
        }
    }

    static class ThrowsOnOddText extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            if (batch.toString().contains("\ud83d")) {
                throw new IllegalArgumentException("odd text");
            }
            return backend.export(batch);
        }
    }

    static class ForgetsTheInterrupt extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            DeliveryResult result = backend.export(batch);
            Thread.interrupted();
            return result;
        }
    }

    static class PreviewsHalf extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            return backend.export(batch);
        }

        @Override
        List<Payload> preview(Backend backend, List<Signal> batch) {
            return backend.preview(batch.subList(0, 1));
        }
    }

    static class PreviewShowsTheToken extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            return backend.export(batch);
        }

        @Override
        List<Payload> preview(Backend backend, List<Signal> batch) {
            Payload payload = backend.preview(batch).get(0);
            return List.of(new Payload(payload.url(), Map.of("Authorization", "Bearer token-5b1f"), payload.body()));
        }
    }

    static class Prints extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            System.out.println("sending");
            return backend.export(batch);
        }
    }

    static class SetsGlobals extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            Authenticator.setDefault(new Authenticator() {});
            return backend.export(batch);
        }
    }

    /** A vendor's client that starts a thread for good. */
    static class LeavesAThread extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            Thread thread = new Thread(LockSupport::park, "left-behind");
            thread.setDaemon(true);
            thread.start();
            return backend.export(batch);
        }
    }

    static class ChecksNothing extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            return backend.export(batch);
        }

        @Override
        public Backend open(BackendContext context) throws SettingsException {
            Map<String, String> good = Map.of("endpoint", "https://receiver.example", "token", "t");
            return super.open(Bench.context(spec(), good, context.receipts()));
        }
    }

    static class NamesTheThread extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            Map<String, Object> leak = Map.of("thread", Thread.currentThread().getName());
            return backend.export(List.of(new UsageEvent(batch.get(0).header(), "leak", leak)));
        }
    }

    static class LosesTheWait extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            DeliveryResult result = backend.export(batch);
            return result instanceof DeliveryResult.RetryLater later
                    ? new DeliveryResult.RetryLater(Duration.ZERO, later.reason())
                    : result;
        }
    }

    static class NeverSplits extends Broken {
        @Override
        DeliveryResult export(Backend backend, List<Signal> batch) {
            DeliveryResult result = backend.export(batch);
            return result instanceof DeliveryResult.TooLarge
                    ? new DeliveryResult.Rejected(batch.size(), "413")
                    : result;
        }
    }
}
