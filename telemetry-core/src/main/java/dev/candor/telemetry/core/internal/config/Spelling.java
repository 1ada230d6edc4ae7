package dev.candor.telemetry.core.internal.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells which known name somebody probably meant.
 *
 * <p>Two names are near when at most one letter in eight is missing, added, changed or swapped with its neighbour (at least
 * one, at most two). Case and {@code -} against {@code _} make no difference.
 */
public final class Spelling {
    private static final int SHORT = 8;

    private Spelling() {}

    /** The known name that is nearest, if one is near; the name itself counts, unless it is written exactly so. */
    public static @Nullable String nearest(String name, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            if (each.equals(name)) {
                return null;
            }
            int distance = distance(name, each);
            if (distance < least) {
                least = distance;
                nearest = each;
            }
        }
        return nearest;
    }

    /** Whether a name is near a known one, or is it. */
    public static boolean isNear(String name, String known) {
        return distance(name, known) != Integer.MAX_VALUE;
    }

    /** Whether a name is a known one with one slip at most. */
    public static boolean isOneSlip(String name, String known) {
        return distance(name, known) <= 1;
    }

    /** The number of slips between two names; the largest number when there are too many. */
    private static int distance(String name, String known) {
        int most = known.length() - known.lastIndexOf('.') - 1 <= SHORT ? 1 : 2;
        if (Math.abs(name.length() - known.length()) > most) {
            return Integer.MAX_VALUE;
        }
        int distance = slips(fold(name), fold(known));
        return distance <= most ? distance : Integer.MAX_VALUE;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int slips(String first, String second) {
        int[] before = new int[second.length() + 1];
        int[] above = new int[second.length() + 1];
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                boolean same = first.charAt(i - 1) == second.charAt(j - 1);
                int least = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                row[j] = least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[second.length()];
    }
}
