package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.RouteReader;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where signals go: a backend with its settings, and what waits for it.
 *
 * <p>A frame that is held back, because its purpose is not allowed now, also holds back what is behind it in the same lane. So a
 * destination has a lane for each of its purposes wherever one of them can be forbidden alone.
 *
 * @param name what people call it, such as {@code sentry}; unique among a pipeline's destinations
 * @param settings fingerprint of its settings, without white space; when it changes, a pause is over
 * @param consent says which purposes it may carry now
 * @param lanes open the readers of what waits for it; each is called once, on the destination's own thread
 * @param opener opens its backend
 * @param decoder reads its frames
 * @param limits how much one attempt takes
 * @param breaker where the time of its next attempt is kept
 * @param caps how much of an event type it is sent in a day; made when the first frame is read
 */
public record Destination(
        String name,
        String settings,
        ConsentCheck consent,
        List<Supplier<RouteReader>> lanes,
        BackendOpener opener,
        FrameDecoder decoder,
        BatchLimits limits,
        BreakerStore breaker,
        Supplier<DailyCaps> caps) {

    /** Copies {@code lanes}. */
    public Destination {
        lanes = List.copyOf(lanes);
    }
}
