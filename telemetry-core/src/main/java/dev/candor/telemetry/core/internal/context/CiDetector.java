package dev.candor.telemetry.core.internal.context;

import java.util.Map;

/** Recognises CI runs by their environment. {@code CI=false} says that this is none, whatever else is set. */
public final class CiDetector {

    private static final CiRun NONE = new CiRun(false, "");

    private CiDetector() {}

    /** What {@code env} says. An empty variable says nothing. */
    public static CiRun detect(Map<String, String> env) {
        String ci = env.get("CI");
        if (ci != null && ci.trim().equalsIgnoreCase("false")) {
            return NONE;
        }
        String name = vendor(env);
        return name.isEmpty() && !generic(env) ? NONE : new CiRun(true, name);
    }

    private static String vendor(Map<String, String> env) {
        for (int i = CiVendors.ALL.size() - 1; i >= 0; i--) {
            NamedSign vendor = CiVendors.ALL.get(i);
            if (vendor.sign().in(env)) {
                return vendor.name();
            }
        }
        return "";
    }

    private static boolean generic(Map<String, String> env) {
        for (String name : CiVendors.GENERIC) {
            String value = env.get(name);
            if (value != null && !value.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
