package dev.candor.telemetry.core.internal.redaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the form {@code organisation/name} that a tool holds for public, such as those of well-known models.
 *
 * <p>The keys that it names are private by that: of their values only the listed ones stay. It exempts from nothing
 * else; the rules for every string still apply. A list that cannot be read is an empty one: nothing is exempt.
 *
 * @param keys the keys, by their whole name
 * @param organisations the organisations, in any case
 */
public record Exemption(Set<String> keys, Set<String> organisations) {

    public Exemption {
        keys = lowerCase(keys);
        organisations = lowerCase(organisations);
    }

    boolean names(String lowerCaseKey) {
        return keys.contains(lowerCaseKey);
    }

    boolean allows(String key, String value) {
        int slash = value.indexOf('/');
        return slash > 0
                && keys.contains(key.toLowerCase(Locale.ROOT))
                && organisations.contains(value.substring(0, slash).toLowerCase(Locale.ROOT))
                && isName(value, slash + 1);
    }

    private static boolean isName(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128 || (!Ascii.alnum(c) && c != '-' && c != '_' && c != '.')) {
                return false;
            }
        }
        return from < value.length() && value.charAt(from) != '.';
    }

    private static Set<String> lowerCase(Collection<String> names) {
        Set<String> lower = new HashSet<>();
        for (String each : names) {
            lower.add(each.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(lower);
    }
}
