package dev.candor.telemetry;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that may be sent as they are, such as public organisations.
 *
 * @param names lower-case names; an empty list allows nothing
 */
public record AllowList(Set<String> names) {

    /** Lower-cases and copies {@code names}. */
    public AllowList {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Allows nothing: what an unreadable list means. */
    public static AllowList nothing() {
        return new AllowList(Set.of());
    }

    /** Whether the part of {@code value} before its first {@code /} is listed, and something follows it. */
    public boolean allows(String value) {
        int slash = value.indexOf('/');
        return slash > 0
                && slash < value.length() - 1
                && names.contains(value.substring(0, slash).toLowerCase(Locale.ROOT));
    }
}
