package dev.candor.telemetry;

/** How grave a log record is; the numbers are OpenTelemetry's severity numbers. */
public enum Severity {
    /** Fine-grained steps. */
    TRACE(1),
    /** Steps that help to find a fault. */
    DEBUG(5),
    /** What happened. */
    INFO(9),
    /** What may become a fault. */
    WARN(13),
    /** A fault. */
    ERROR(17),
    /** A fault that ends the program. */
    FATAL(21);

    private final int number;

    Severity(int number) {
        this.number = number;
    }

    /** OpenTelemetry's severity number, 1 to 24. */
    public int number() {
        return number;
    }
}
