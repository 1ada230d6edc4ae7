package dev.candor.telemetry.core.internal.journal;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes signals to a local file that people can read, and sends nothing.
 *
 * <p>It is the destination where no other is set up. The file {@code preview.jsonl} holds a JSON object on each line, and with the older
 * {@code preview.jsonl.1} at most 1 MiB.
 */
public final class PreviewBackend implements Backend {
    /** Its name as a backend. */
    public static final String NAME = "preview";

    private static final String FILE = "preview.jsonl";
    private static final long CAP_BYTES = 1L << 20;

    private final Path file;
    private final CappedLines lines;

    PreviewBackend(Path directory, Home home) {
        this.file = directory.resolve(FILE);
        this.lines = new CappedLines(file, home, CAP_BYTES);
    }

    /** The provider of the preview in {@code directory}; it has no settings and carries everything. */
    public static BackendProvider provider(Path directory, Home home) {
        return new BackendProvider() {
            @Override
            public BackendSpec spec() {
                return new BackendSpec(NAME, List.of(), Set.of(Purpose.values()), Set.of());
            }

            @Override
            public Backend open(BackendContext context) {
                return new PreviewBackend(directory, home);
            }
        };
    }

    /**
     * Deletes what was written to {@code directory}.
     *
     * @throws IOException when it is still there
     */
    public static void clear(Path directory, Home home) throws IOException {
        new PreviewBackend(directory, home).lines.clear();
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        String line = SignalJson.of(batch.get(0));
        if (!lines.takes(line)) {
            return new DeliveryResult.TooLarge(1, "longer than the file may be");
        }
        try {
            lines.append(line);
            return new DeliveryResult.Delivered(1);
        } catch (IOException full) {
            return new DeliveryResult.RetryLater(Duration.ZERO, full.getClass().getSimpleName());
        }
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> payloads = new ArrayList<>(batch.size());
        for (Signal signal : batch) {
            byte[] body = SignalJson.of(signal).getBytes(StandardCharsets.UTF_8);
            payloads.add(new Payload(file.toUri().toString(), Map.of(), body));
        }
        return payloads;
    }

    @Override
    public void close() {
        // every line opens and closes the file
    }
}
