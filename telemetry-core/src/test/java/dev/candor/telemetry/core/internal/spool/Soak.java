package dev.candor.telemetry.core.internal.spool;

/** How long the fault tests run: the short figure in every build, the long one with {@code -Dcandor.soak=true}. */
final class Soak {

    private Soak() {}

    static int runs(int shortFigure, int longFigure) {
        return Boolean.getBoolean("candor.soak") ? longFigure : shortFigure;
    }

    /** What was measured, for docs/reliability.md. */
    static void report(String fault, String result) {
        System.out.println("[reliability] " + fault + ": " + result);
    }
}
