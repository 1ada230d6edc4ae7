package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.List;

/** What a thread needs while it redacts; kept for the next one that comes. */
final class Scratch {

    /** Buffers of more characters are left to the collector. */
    static final int KEPT = 4096;

    private static final int VIEWS = 3;

    final Spans spans = new Spans();
    final Scan scan;

    private final KnownIndex known;
    private final List<Level> levels = new ArrayList<>(VIEWS);

    Scratch(KnownIndex known) {
        this.known = known;
        scan = new Scan(known, spans);
    }

    /** Walks what the text says once its encodings are taken off, one after the other. */
    void decode() {
        Scan outer = scan;
        for (int i = 0; i < VIEWS && outer.isEncoded(); i++) {
            if (i == levels.size()) {
                levels.add(new Level(new DecodedView(), new Scan(known, spans)));
            }
            Level level = levels.get(i);
            DecodedView view = level.view;
            view.load(outer);
            if (!view.changed) {
                return;
            }
            level.scan.load(view.text, view.length, view.origin);
            level.scan.run();
            outer = level.scan;
        }
    }

    /** One encoding taken off. */
    private record Level(DecodedView view, Scan scan) {}
}
