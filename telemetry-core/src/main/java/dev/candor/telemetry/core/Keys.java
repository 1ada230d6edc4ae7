package dev.candor.telemetry.core;

/** Checks the names that a tool chooses, when it starts. */
final class Keys {
    private Keys() {}

    static String tool(String name) {
        if (name.isEmpty() || name.length() > 64 || !isLower(name.charAt(0))) {
            throw new IllegalArgumentException("A tool's name is lower case, such as loader: " + name);
        }
        for (int i = 1; i < name.length(); i++) {
            char each = name.charAt(i);
            if (!isLower(each) && !isDigit(each) && each != '-' && each != '_') {
                throw new IllegalArgumentException("A tool's name holds letters, digits, - and _: " + name);
            }
        }
        return name;
    }

    static String variable(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An environment prefix is not empty");
        }
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (!(each >= 'A' && each <= 'Z') && !isDigit(each) && each != '_') {
                throw new IllegalArgumentException("An environment prefix is upper case, such as LOADER: " + name);
            }
        }
        return name;
    }

    static String config(String key) {
        boolean start = true;
        for (int i = 0; i < key.length(); i++) {
            char each = key.charAt(i);
            if (each == '.' ? start : !isLower(each) && !isDigit(each) && each != '-' && each != '_') {
                throw new IllegalArgumentException(
                        "A config key is lower case, such as runtime.loader_telemetry: " + key);
            }
            start = each == '.';
        }
        if (start) {
            throw new IllegalArgumentException("A config key does not end in a dot: " + key);
        }
        return key;
    }

    private static boolean isLower(char each) {
        return each >= 'a' && each <= 'z';
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }
}
