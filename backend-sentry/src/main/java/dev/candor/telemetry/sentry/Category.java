package dev.candor.telemetry.sentry;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import java.util.List;
import java.util.Optional;

/** What Sentry counts apart: each has its own payload and its own rate limits. */
enum Category {
    /** One event an envelope. */
    ERROR(ErrorReport.class, 1, "error", "default"),
    /** One transaction an envelope. */
    TRANSACTION(Trace.class, 1, "transaction", "transaction"),
    /** At most a hundred log items together, as Sentry's client batches them. */
    LOG(LogEntry.class, 100, "log_item", "log_byte");

    private final Class<? extends Signal> signals;
    private final int most;
    private final String limited;
    private final String limitedToo;

    Category(Class<? extends Signal> signals, int most, String limited, String limitedToo) {
        this.signals = signals;
        this.most = most;
        this.limited = limited;
        this.limitedToo = limitedToo;
    }

    /** The category of a signal; empty for a signal that Sentry has no place for. */
    static Optional<Category> of(Signal signal) {
        for (Category category : values()) {
            if (category.signals.isInstance(signal)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    /** How many signals from the first on go into one envelope. */
    int together(List<Signal> batch) {
        int count = 1;
        while (count < most && count < batch.size() && signals.isInstance(batch.get(count))) {
            count++;
        }
        return count;
    }

    /** The names that {@code X-Sentry-Rate-Limits} has for it. */
    List<String> names() {
        return List.of(limited, limitedToo);
    }
}
