package dev.candor.telemetry.core.internal.consent;

/** Says in words why a statement decided. */
final class Reasons {
    private Reasons() {}

    static String of(Statement statement) {
        StringBuilder reason = new StringBuilder(96);
        if (!statement.key().isEmpty()) {
            reason.append(statement.key());
            if (!statement.rawValue().isEmpty()) {
                reason.append(" is '").append(statement.rawValue()).append('\'');
            }
        }
        if (!statement.place().isEmpty()) {
            reason.append(reason.length() == 0 ? "" : " in ").append(statement.place());
        }
        if (!statement.note().isEmpty()) {
            reason.append(reason.length() == 0 ? "" : ": ").append(statement.note());
        }
        return reason.length() == 0 ? statement.source() : reason.toString();
    }
}
