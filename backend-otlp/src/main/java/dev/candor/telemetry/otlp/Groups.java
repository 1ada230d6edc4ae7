package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signals by what OTLP states once for many records: where they were made, and which logger made them.
 *
 * <p>OpenTelemetry's exporters would group them too, in an order that differs from one time to the next; a preview would then not be
 * what is sent.
 */
final class Groups {
    private Groups() {}

    /** The groups in the order of their first signals. */
    static Collection<List<Signal>> of(List<Signal> signals) {
        Map<Group, List<Signal>> groups = new LinkedHashMap<>();
        Group last = null;
        List<Signal> together = new ArrayList<>();
        for (Signal signal : signals) {
            Resource resource = signal.header().resource();
            String logger = signal instanceof LogEntry log ? log.logger() : "";
            // Mostly it is the last one again, and hashing a resource takes longer than encoding its event.
            if (last == null || !last.is(resource, logger)) {
                last = new Group(resource, logger);
                together = groups.computeIfAbsent(last, first -> new ArrayList<>());
            }
            together.add(signal);
        }
        return groups.values();
    }

    private record Group(Resource resource, String logger) {
        boolean is(Resource other, String name) {
            return resource.equals(other) && logger.equals(name);
        }
    }
}
