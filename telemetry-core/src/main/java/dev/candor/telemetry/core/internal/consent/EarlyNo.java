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

    /**
     * Whether the command line, or a variable that can be meant in one way only, forbids everything that is the maintainer's.
     *
     * <p>What is in doubt forbids too, but somebody has to be told so; that is not for here.
     *
     * @param prefix what the tool's variables begin with; null says that nothing is plain
     */
    public static boolean isPlain(@Nullable String prefix, Map<String, String> environment, boolean disableFlag) {
        if (prefix == null) {
            return false;
        }
        return disableFlag
                || isYes(environment.get("DO_NOT_TRACK"))
                || isYes(environment.get(prefix.concat("_DO_NOT_TRACK")))
                || isNo(environment.get(prefix.concat("_ENABLE_TELEMETRY")))
                || isNo(environment.get("ENABLE_RUNTIME_TRACE"));
    }

    private static boolean isYes(@Nullable String value) {
        return value != null && Meaning.of(value) == Meaning.YES;
    }

    private static boolean isNo(@Nullable String value) {
        return value != null && Meaning.of(value) == Meaning.NO;
    }

    private static boolean forbids(@Nullable String value) {
        return value != null && Meaning.of(value).forbids();
    }

    private static boolean demands(@Nullable String value) {
        return value != null && Meaning.of(value).reversed().forbids();
    }
}
