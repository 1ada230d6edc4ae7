package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a thread needs while it redacts; kept for the next one that comes. */
final class Scratch {

    /** Buffers of up to so many characters are small. */
    static final int SMALL = 4096;

    private static final int VIEWS = 3;

    final Spans spans = new Spans();
    final Scan scan;

    private final KnownIndex known;
    private final List<Level> levels = new ArrayList<>(VIEWS);

    Scratch(KnownIndex known) {
        this.known = known;
        scan = new Scan(known, spans);
    }

    /** Removes what is found in the text that the scan has; whether the text is another one now. */
    boolean pass() {
        spans.clear();
        scan.run();
        decode();
        if (spans.isEmpty()) {
            return false;
        }
        int size = spans.applyTo(scan.text, scan.length);
        if (Arrays.equals(scan.text, 0, scan.length, spans.clean, 0, size)) {
            return false;
        }
        spans.clean = scan.exchange(spans.clean, size);
        return true;
    }

    boolean isSmall() {
        return scan.text.length <= SMALL && spans.clean.length <= SMALL;
    }

    /** Walks what the text says once its encodings are taken off, one after the other. */
    private void decode() {
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
