package dev.candor.telemetry.core.internal.context;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What must hold in the environment for a place to be recognised. Values are compared, never kept.
 *
 * <p>One class with a kind, not a class for each kind: a short command loads them all on its way.
 */
final class EnvSign {

    private enum Kind {
        SET,
        ON,
        IS,
        HAS,
        ALL,
        ANY
    }

    private final Kind kind;
    private final String name;
    private final String value;
    private final List<EnvSign> parts;

    private EnvSign(Kind kind, String name, String value, List<EnvSign> parts) {
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.parts = parts;
    }

    /** Set to anything but nothing, whatever it says. */
    static EnvSign set(String name) {
        return new EnvSign(Kind.SET, name, "", List.of());
    }

    /** A switch that is set and not switched off. */
    static EnvSign on(String name) {
        return new EnvSign(Kind.ON, name, "", List.of());
    }

    /** Exactly this value. */
    static EnvSign is(String name, String value) {
        return new EnvSign(Kind.IS, name, value, List.of());
    }

    /** A value that contains this part. */
    static EnvSign has(String name, String part) {
        return new EnvSign(Kind.HAS, name, part, List.of());
    }

    /** Every one of these. */
    static EnvSign all(EnvSign... signs) {
        return new EnvSign(Kind.ALL, "", "", List.of(signs));
    }

    /** At least one of these. */
    static EnvSign any(EnvSign... signs) {
        return new EnvSign(Kind.ANY, "", "", List.of(signs));
    }

    /** Whether it holds in {@code env}. */
    boolean in(Map<String, String> env) {
        if (kind == Kind.ALL || kind == Kind.ANY) {
            return inParts(env);
        }
        String found = env.get(name);
        if (found == null || found.isEmpty()) {
            return false;
        }
        if (kind == Kind.ON) {
            return !found.isBlank() && !saysOff(found);
        }
        return kind == Kind.SET || (kind == Kind.IS ? found.equals(value) : found.contains(value));
    }

    private boolean inParts(Map<String, String> env) {
        boolean every = kind == Kind.ALL;
        for (EnvSign part : parts) {
            if (part.in(env) != every) {
                return !every;
            }
        }
        return every;
    }

    /** Whether a switch's value means off. */
    static boolean saysOff(String value) {
        String folded = value.trim().toLowerCase(Locale.ROOT);
        return folded.equals("0") || folded.equals("false") || folded.equals("no") || folded.equals("off");
    }
}
