package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, with next to no classes loaded, that the environment or the command line alone forbid everything.
 *
 * <p>It only ever concludes no, and only where {@link ConsentResolver} concludes it too; a test holds the two together. Files
 * cannot change such a no, so none is read.
 */
public final class EarlyNo {
    private EarlyNo() {}

    /** Whether nothing may be collected, whatever files say. False means that the gate has to decide. */
    public static boolean stands(ConsentRules rules, Map<String, String> environment, Invocation invocation) {
        String prefix = rules.environmentPrefix().concat("_");
        if (invocation.disabledInCode() || forbids(environment.get("ENABLE_RUNTIME_TRACE"))) {
            return true;
        }
        if (rules.ownerDestinations()) {
            return false;
        }
        return invocation.disableFlag()
                || demands(environment.get("DO_NOT_TRACK"))
                || demands(environment.get(prefix.concat("DO_NOT_TRACK")))
                || forbids(environment.get(prefix.concat("ENABLE_TELEMETRY")));
    }

    private static boolean forbids(@Nullable String value) {
        return value != null && Meaning.of(value).forbids();
    }

    private static boolean demands(@Nullable String value) {
        return value != null && Meaning.of(value).reversed().forbids();
    }
}
