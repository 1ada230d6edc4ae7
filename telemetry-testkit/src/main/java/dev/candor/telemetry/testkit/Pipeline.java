package dev.candor.telemetry.testkit;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings signals to a backend as the pipeline does, and holds it to its word.
 *
 * <p>Public for a backend's own tests.
 */
public final class Pipeline {
    private final Backend backend;
    private final List<Signal> delivered = new ArrayList<>();
    private final List<Signal> lost = new ArrayList<>();
    private final List<Signal> waiting = new ArrayList<>();
    private final List<DeliveryResult> results = new ArrayList<>();

    /** A pipeline to one backend. */
    public Pipeline(Backend backend) {
        this.backend = backend;
    }

    /** Brings these signals until all are settled, or the backend asks to wait. Returns the last result. */
    public DeliveryResult bring(List<Signal> signals) {
        waiting.clear();
        waiting.addAll(signals);
        int size = waiting.size();
        while (true) {
            List<Signal> batch = List.copyOf(waiting.subList(0, Math.min(size, waiting.size())));
            DeliveryResult result = export(batch);
            results.add(result);
            boolean halve = result instanceof DeliveryResult.TooLarge && result.count() > 1;
            if (!halve) {
                settle(result, batch);
            }
            if (waiting.isEmpty() || result.count() == 0) {
                return result;
            }
            size = halve ? result.count() / 2 : waiting.size();
        }
    }

    private DeliveryResult export(List<Signal> batch) {
        DeliveryResult result = backend.export(batch);
        boolean settles = !(result instanceof DeliveryResult.RetryLater || result instanceof DeliveryResult.Paused);
        if (settles && (result.count() < 1 || result.count() > batch.size())) {
            throw new AssertionError("settles " + result.count() + " of " + batch.size() + " signals: " + result);
        }
        if (result instanceof DeliveryResult.Delivered some && (some.refused() < 0 || some.refused() > some.count())) {
            throw new AssertionError("refuses " + some.refused() + " of " + some.count() + " signals");
        }
        return result;
    }

    private void settle(DeliveryResult result, List<Signal> batch) {
        List<Signal> first = batch.subList(0, result.count());
        (result instanceof DeliveryResult.Delivered ? delivered : lost).addAll(first);
        waiting.subList(0, result.count()).clear();
    }

    /** What was delivered, in order. */
    public List<Signal> delivered() {
        return List.copyOf(delivered);
    }

    /** What was rejected or too large alone. */
    public List<Signal> lost() {
        return List.copyOf(lost);
    }

    /** What is not settled. */
    public List<Signal> waiting() {
        return List.copyOf(waiting);
    }

    /** Every result, in order. */
    public List<DeliveryResult> results() {
        return List.copyOf(results);
    }
}
