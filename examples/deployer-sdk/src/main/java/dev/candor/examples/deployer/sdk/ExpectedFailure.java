package dev.candor.examples.deployer.sdk;

/** What goes wrong without anybody's fault in the SDK, and so is told to the person and to nobody else. */
public final class ExpectedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What it was. */
    public enum Kind {
        /** The caller asked for something that makes no sense. */
        USAGE,
        /** Something that was named is not there. */
        NOT_FOUND,
        /** The caller gave up. */
        CANCELLED
    }

    private final Kind kind;

    /** A failure with a message for people. */
    public ExpectedFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What it was. */
    public Kind kind() {
        return kind;
    }
}
