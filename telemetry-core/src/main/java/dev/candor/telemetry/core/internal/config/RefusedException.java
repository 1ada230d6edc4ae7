package dev.candor.telemetry.core.internal.config;

/** The text is in doubt; becomes a {@link Content.Refused}. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    RefusedException(String problem, int line) {
        super(problem, null, false, false);
        this.line = line;
    }

    Content content() {
        return new Content.Refused(problem(), line);
    }

    String problem() {
        String problem = getMessage();
        return problem == null ? "it cannot be read" : problem;
    }
}
