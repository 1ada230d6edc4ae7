package dev.candor.telemetry.core.internal.context;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What must hold in the environment for a place to be recognised. Values are compared, never kept. */
sealed interface EnvSign {

    /** Whether it holds in {@code env}. */
    boolean in(Map<String, String> env);

    static EnvSign set(String name) {
        return new Set(name);
    }

    static EnvSign on(String name) {
        return new On(name);
    }

    static EnvSign is(String name, String value) {
        return new Is(name, value);
    }

    static EnvSign has(String name, String part) {
        return new Has(name, part);
    }

    static EnvSign all(EnvSign... signs) {
        return new All(List.of(signs));
    }

    static EnvSign any(EnvSign... signs) {
        return new Any(List.of(signs));
    }

    /** Set to anything but nothing, whatever it says. */
    record Set(String name) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            String value = env.get(name);
            return value != null && !value.isEmpty();
        }
    }

    /** A switch that is set and not switched off. */
    record On(String name) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            String value = env.get(name);
            return value != null && !value.isBlank() && !saysOff(value);
        }
    }

    /** Exactly this value. */
    record Is(String name, String value) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            return value.equals(env.get(name));
        }
    }

    /** A value that contains this part. */
    record Has(String name, String part) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            String value = env.get(name);
            return value != null && value.contains(part);
        }
    }

    /** Every one of these. */
    record All(List<EnvSign> signs) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            for (EnvSign sign : signs) {
                if (!sign.in(env)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one of these. */
    record Any(List<EnvSign> signs) implements EnvSign {
        @Override
        public boolean in(Map<String, String> env) {
            for (EnvSign sign : signs) {
                if (sign.in(env)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a switch's value means off. */
    static boolean saysOff(String value) {
        String folded = value.trim().toLowerCase(Locale.ROOT);
        return folded.equals("0") || folded.equals("false") || folded.equals("no") || folded.equals("off");
    }
}
