package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a destination's backend would post, and posts nothing.
 *
 * <p>The posts are those that delivery makes: lane by lane, as many frames to a batch as are read at once, and what a backend leaves of a
 * batch is a post of its own. Everything stays as it was. For a command that delivers nothing itself.
 */
public final class Preview {
    private static final int MOST_FRAMES = 1_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Destination destination;
    private final DailyCaps caps;
    private final List<Payload> posts = new ArrayList<>();
    private long more;

    private Preview(Destination destination) {
        this.destination = destination;
        this.caps = destination.caps().get();
    }

    /**
     * The posts.
     *
     * @param posts for the first thousand frames of each purpose, or 4 MiB of them
     * @param more how many frames wait behind those
     */
    public record Shown(List<Payload> posts, long more) {
        /** Copies {@code posts}. */
        public Shown {
            posts = List.copyOf(posts);
        }
    }

    /**
     * What the destination would be sent now.
     *
     * @throws SettingsException when its settings are wrong
     */
    public static Shown of(Destination destination) throws SettingsException {
        Preview preview = new Preview(destination);
        List<List<Piece>> lanes = preview.read();
        if (!lanes.isEmpty()) {
            try (Backend backend = destination.opener().open()) {
                for (List<Piece> lane : lanes) {
                    preview.rehearse(backend, lane);
                }
            }
        }
        return new Shown(preview.posts, preview.more);
    }

    private record Piece(Signal signal, int bytes) {}

    private List<List<Piece>> read() {
        caps.begin();
        List<List<Piece>> lanes = new ArrayList<>();
        for (Supplier<RouteReader> lane : destination.lanes()) {
            RouteReader reader = lane.get();
            try {
                List<Frame> frames = reader.peek(MOST_FRAMES, MOST_BYTES);
                List<Piece> pieces = pieces(frames);
                if (!pieces.isEmpty()) {
                    lanes.add(pieces);
                    more += reader.waiting() - frames.size();
                }
            } finally {
                reader.close();
            }
        }
        return lanes;
    }

    private List<Piece> pieces(List<Frame> frames) {
        List<Piece> pieces = new ArrayList<>();
        for (Frame frame : frames) {
            if (!destination.consent().allows(frame.purpose())) {
                break;
            }
            Signal signal = decoded(frame);
            if (signal != null && caps.admits(signal)) {
                pieces.add(new Piece(signal, frame.payload().length));
            }
        }
        return pieces;
    }

    private @Nullable Signal decoded(Frame frame) {
        try {
            return destination.decoder().decode(frame);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private void rehearse(Backend backend, List<Piece> lane) {
        int next = 0;
        while (next < lane.size()) {
            List<Signal> left = batch(lane, next);
            next += left.size();
            // What a backend leaves of a batch is offered to it before more is read.
            while (!left.isEmpty()) {
                left = left.subList(post(backend, left), left.size());
            }
        }
    }

    /** As a reader hands them out: so many frames, so many bytes, and one however large it is. */
    private List<Signal> batch(List<Piece> lane, int from) {
        List<Signal> batch = new ArrayList<>();
        int bytes = 0;
        for (int i = from;
                i < lane.size() && batch.size() < destination.limits().frames();
                i++) {
            bytes += lane.get(i).bytes();
            if (bytes > destination.limits().bytes() && !batch.isEmpty()) {
                break;
            }
            batch.add(lane.get(i).signal());
        }
        return batch;
    }

    /**
     * Adds the first post of a batch; how many of its signals are done with then.
     *
     * <p>A backend says what it would post and not what of the batch is in it. The largest part that makes one post is what it takes.
     */
    private int post(Backend backend, List<Signal> batch) {
        int fits = 1;
        int tooMany = batch.size() + 1;
        List<Payload> first = backend.preview(batch.subList(0, 1));
        while (tooMany - fits > 1) {
            int tried = tooMany > batch.size() ? Math.min(fits * 2, batch.size()) : (fits + tooMany) / 2;
            List<Payload> made = backend.preview(batch.subList(0, tried));
            if (made.size() > 1) {
                tooMany = tried;
            } else {
                fits = tried;
                first = made;
            }
        }
        posts.addAll(first);
        return fits;
    }
}
