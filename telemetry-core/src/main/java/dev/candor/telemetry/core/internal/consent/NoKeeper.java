package dev.candor.telemetry.core.internal.consent;

/** Writes down what config files said no to, where {@link ConsentGate} finds that it is not yet written down. */
public interface NoKeeper {
    /** Reads the files again and keeps what is to be remembered. Never throws. */
    void keep();
}
