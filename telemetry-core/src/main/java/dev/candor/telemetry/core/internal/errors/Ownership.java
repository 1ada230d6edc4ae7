package dev.candor.telemetry.core.internal.errors;

import java.util.List;

/** Which classes are the tool's own: by exact package prefix at a boundary, so that {@code a.b} does not own {@code a.bc}. */
final class Ownership {
    private static final String[] RUNTIME = {"java", "javax", "jdk", "sun", "com.sun"};

    private final String[] packages;

    Ownership(List<String> packages) {
        this.packages = packages.toArray(new String[0]);
    }

    boolean owns(String className) {
        for (String name : packages) {
            if (isUnder(name, className)) {
                return true;
            }
        }
        return false;
    }

    static boolean isRuntime(String className) {
        for (String name : RUNTIME) {
            if (isUnder(name, className)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tool is to answer for a stack: by its first frame outside the Java runtime, or by any frame. */
    boolean answersFor(StackTraceElement[] stack, boolean anyFrame) {
        for (StackTraceElement element : stack) {
            String className = element.getClassName();
            if (owns(className)) {
                return true;
            }
            if (!anyFrame && !isRuntime(className)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isUnder(String packageName, String className) {
        return className.length() > packageName.length()
                && className.charAt(packageName.length()) == '.'
                && className.startsWith(packageName);
    }
}
