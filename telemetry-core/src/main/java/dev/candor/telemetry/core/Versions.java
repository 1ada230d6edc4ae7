package dev.candor.telemetry.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares versions: numbers by value, and a pre-release before its release. */
final class Versions {
    private Versions() {}

    /** Whether a version is the given one or newer; false when it cannot be read. */
    static boolean atLeast(String version, String bound) {
        List<Long> own = numbers(version);
        List<Long> other = numbers(bound);
        if (own == null || other == null) {
            return false;
        }
        for (int i = 0; i < Math.max(own.size(), other.size()); i++) {
            long difference = part(own, i) - part(other, i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return !isPreRelease(version) || isPreRelease(bound);
    }

    static void require(String version) {
        if (numbers(version) == null) {
            throw new IllegalArgumentException("A version is numbers and dots, such as 0.16.1: " + version);
        }
    }

    /** Whether the version can be compared. */
    static boolean isReadable(String version) {
        return numbers(version) != null;
    }

    private static long part(List<Long> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static boolean isPreRelease(String version) {
        return endOfNumbers(version) < version.length() && version.charAt(endOfNumbers(version)) != '+';
    }

    private static @Nullable List<Long> numbers(String version) {
        List<Long> numbers = new ArrayList<>();
        int end = endOfNumbers(version);
        int at = start(version);
        while (at < end) {
            int dot = version.indexOf('.', at);
            int stop = dot < 0 || dot > end ? end : dot;
            if (stop == at || stop - at > 15) {
                return null;
            }
            numbers.add(Long.parseLong(version, at, stop, 10));
            at = stop + 1;
        }
        return numbers.isEmpty() ? null : numbers;
    }

    private static int start(String version) {
        return version.startsWith("v") ? 1 : 0;
    }

    private static int endOfNumbers(String version) {
        int end = start(version);
        while (end < version.length()
                && (version.charAt(end) == '.' || Character.digit(version.charAt(end), 10) >= 0)) {
            end++;
        }
        return end;
    }
}
