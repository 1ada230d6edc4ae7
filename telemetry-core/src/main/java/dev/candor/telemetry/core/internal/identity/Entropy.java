package dev.candor.telemetry.core.internal.identity;

/** Where unpredictable bytes come from. */
@FunctionalInterface
public interface Entropy {

    /** Fills {@code bytes}. */
    void fill(byte[] bytes);

    /** The operating system's own. */
    static Entropy ofTheSystem() {
        return new SystemEntropy();
    }
}
