package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.codec.FrameWriter;
import dev.candor.telemetry.core.internal.delivery.FloodGate;
import dev.candor.telemetry.core.internal.delivery.FloodGuard;
import dev.candor.telemetry.core.internal.spool.CommandClasses;

/**
 * Loads what a short command will need, on a second thread, while the first one still makes the event; the last things first, so that
 * the two meet.
 *
 * <p>It only loads: nothing is initialized, no file is touched, and the command does the same without it, a little later. It is for
 * runs whose consent is known, because until then there is no thread.
 */
final class ClassesAhead implements Runnable {

    @Override
    public void run() {
        CommandClasses.load();
        load();
    }

    static Class<?>[] load() {
        return new Class<?>[] {
            FrameWriter.class,
            UsageIntake.class,
            EventDraft.class,
            IdSource.class,
            FloodGate.class,
            FloodGuard.Limits.class
        };
    }
}
