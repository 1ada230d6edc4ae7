package dev.candor.telemetry;

/** Checks the names of event types and attributes when a tool declares them. */
final class Names {
    private static final int LONGEST = 64;

    private Names() {}

    static String checked(String kind, String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException(kind + " name must have 1 to 64 characters: '" + name + "'");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '$' || c == '/';
            if (!letter && !(inner && i > 0)) {
                throw new IllegalArgumentException(
                        kind + " name may hold letters, digits, _ . - / and starts with a letter: '" + name + "'");
            }
        }
        return name;
    }
}
