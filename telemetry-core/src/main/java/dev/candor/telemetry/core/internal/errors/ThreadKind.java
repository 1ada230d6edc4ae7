package dev.candor.telemetry.core.internal.errors;

/** What kind of thread something happened on: never its name, which may hold anything. */
final class ThreadKind {
    private static final long MAIN_ID = 1;

    private ThreadKind() {}

    static String of(Thread thread, StackTraceElement[] stack) {
        if (thread.getId() == MAIN_ID) {
            return "main";
        }
        // Thread.isVirtual() came with Java 21; the class name says the same and needs no reflection.
        if (thread.getClass().getName().equals("java.lang.VirtualThread")) {
            return "virtual";
        }
        int from = Math.max(0, stack.length - 4);
        for (int i = from; i < stack.length; i++) {
            String className = stack[i].getClassName();
            if (className.startsWith("java.util.concurrent.ThreadPoolExecutor")
                    || className.startsWith("java.util.concurrent.ForkJoin")) {
                return "pool";
            }
        }
        return "other";
    }
}
