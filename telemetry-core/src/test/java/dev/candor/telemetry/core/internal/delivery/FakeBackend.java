package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Does with each batch what the test says, and remembers what the receiver got. */
final class FakeBackend implements Backend {
    final List<List<Long>> batches = new ArrayList<>();
    final List<Long> received = new ArrayList<>();
    volatile Function<List<Signal>, DeliveryResult> answer = batch -> new DeliveryResult.Delivered(batch.size());
    volatile int opened;
    volatile boolean closed;

    /** An opener that hands out this backend. */
    BackendOpener opener() {
        return () -> {
            opened++;
            return this;
        };
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        List<Long> numbers = batch.stream().map(Numbered::of).toList();
        synchronized (this) {
            batches.add(numbers);
        }
        DeliveryResult result = answer.apply(batch);
        if (result instanceof DeliveryResult.Delivered delivered) {
            synchronized (this) {
                received.addAll(numbers.subList(0, Math.min(delivered.count(), numbers.size())));
            }
        }
        return result;
    }

    synchronized List<Long> received() {
        return List.copyOf(received);
    }

    synchronized List<List<Long>> batches() {
        return List.copyOf(batches);
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }
}
