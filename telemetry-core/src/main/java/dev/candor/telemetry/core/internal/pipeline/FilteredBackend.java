package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A backend behind the tool's own last look: what the tool withholds is given up and counted, whoever it was for. */
record FilteredBackend(Backend backend, Predicate<Signal> beforeSend) implements Backend {

    @Override
    public DeliveryResult export(List<Signal> batch) {
        int withheld = 0;
        while (withheld < batch.size() && !keeps(batch.get(withheld))) {
            withheld++;
        }
        if (withheld > 0) {
            return new DeliveryResult.Rejected(withheld, "withheld by the tool");
        }
        int kept = 1;
        while (kept < batch.size() && keeps(batch.get(kept))) {
            kept++;
        }
        return backend.export(batch.subList(0, kept));
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> payloads = new ArrayList<>();
        List<Signal> kept = new ArrayList<>();
        for (Signal signal : batch) {
            if (keeps(signal)) {
                kept.add(signal);
            } else if (!kept.isEmpty()) {
                // What is withheld ends a post, here as in export.
                payloads.addAll(backend.preview(kept));
                kept = new ArrayList<>();
            }
        }
        if (!kept.isEmpty()) {
            payloads.addAll(backend.preview(kept));
        }
        return payloads;
    }

    @Override
    public void close() {
        backend.close();
    }

    /** A look that fails withholds: doubt is a no. */
    private boolean keeps(Signal signal) {
        try {
            return beforeSend.test(signal);
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }
}
