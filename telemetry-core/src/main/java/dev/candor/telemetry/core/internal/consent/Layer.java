package dev.candor.telemetry.core.internal.consent;

/** Where a statement stands, strongest first. The first layer that says something decides. */
public enum Layer {
    /** A machine's administrator. */
    POLICY(false),
    /** Everything off, or the word of the application around a library. */
    KILL_SWITCH(false),
    /** How this one run was started. */
    INVOCATION(false),
    /** Environment variables. */
    ENVIRONMENT(true),
    /** The recorded answer and config files. */
    FILES(true),
    /** What the tool chose. */
    DEFAULT(true);

    private final boolean canAllow;

    Layer(boolean canAllow) {
        this.canAllow = canAllow;
    }

    /** Whether a yes in this layer has an effect. */
    public boolean canAllow() {
        return canAllow;
    }
}
