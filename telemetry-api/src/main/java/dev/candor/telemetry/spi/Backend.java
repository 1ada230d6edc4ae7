package dev.candor.telemetry.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries signals to one destination.
 *
 * <p>The pipeline calls {@link #export} and {@link #preview} from one thread at a time, and neither after {@link #close}. A backend keeps
 * no queue and retries nothing: what it could not settle, the pipeline brings again with the same ids and times. It writes to no
 * standard stream, starts no thread that is not a daemon, and touches no global state of its vendor's library. What it throws is
 * counted against it as {@link DeliveryResult.RetryLater}.
 */
public interface Backend extends AutoCloseable {

    /**
     * Sends signals, oldest first, and says what became of the first ones of them.
     *
     * <p>It may send fewer than it was given, for instance one where the wire format takes one; the result then settles that many and the
     * pipeline calls again with the rest. It returns within its own total deadline, ten seconds unless its settings say otherwise.
     *
     * @param batch at least one signal, all of purposes that {@link BackendSpec#carries()} names
     */
    DeliveryResult export(List<Signal> batch);

    /** The posts that {@link #export} would make for these signals, byte for byte apart from the time of sending. Sends nothing. */
    List<Payload> preview(List<Signal> batch);

    /**
     * The bodies of the same posts as people can read them, for a tool's document.
     *
     * <p>They are the bodies themselves, unless the wire format is a binary one; then they say the same in a form of text.
     */
    default List<String> readable(List<Signal> batch) {
        List<String> texts = new ArrayList<>();
        for (Payload payload : preview(batch)) {
            texts.add(new String(payload.body(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Lets go of what was opened. Never throws. */
    @Override
    void close();
}
