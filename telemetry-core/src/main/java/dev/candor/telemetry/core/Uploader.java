package dev.candor.telemetry.core;

import dev.candor.telemetry.Telemetry;
import java.util.function.Supplier;

/**
 * Gives the detached process that delivers what short commands left the same description of the tool that they had.
 *
 * <p>A public class with a public constructor without arguments; the process makes one by its name.
 */
public interface Uploader extends Supplier<Telemetry> {

    /** The tool's telemetry, as its commands describe it. */
    Candor candor();

    /** Opens it without asking anybody. */
    @Override
    default Telemetry get() {
        return candor().open();
    }
}
