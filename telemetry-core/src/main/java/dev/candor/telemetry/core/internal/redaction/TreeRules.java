package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the key of a tree says about all below it. */
final class TreeRules {

    private static final TokenTable PATH_TOKENS = new TokenTable()
            .with(
                    1,
                    "path paths dir dirs directory directories file files filename filenames filepath filepaths dirname basedir workdir "
                            + "homedir outdir logdir datadir tmpdir rootdir cwd folder folders home classpath modulepath pythonpath "
                            + "realpath abspath pathname location cachedir outputdir");

    private final List<String> names;
    private final List<String> prefixes;
    private final List<Exemption> exemptions;

    TreeRules(List<String> names, List<String> prefixes, List<Exemption> exemptions) {
        this.names = lowerCase(names);
        this.prefixes = lowerCase(prefixes);
        this.exemptions = List.copyOf(exemptions);
    }

    /** What applies below this key, under what applied above it. */
    Ruling under(Ruling above, String key) {
        int level = SensitiveKeys.of(key);
        if (above == Ruling.SECRET || level == SensitiveKeys.STRONG) {
            return Ruling.SECRET;
        }
        if (above == Ruling.TOKEN || level == SensitiveKeys.WEAK) {
            return Ruling.TOKEN;
        }
        return above == Ruling.PATH || isPath(key) ? Ruling.PATH : Ruling.OPEN;
    }

    private boolean isPath(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (names.contains(lower)) {
            return true;
        }
        for (Exemption each : exemptions) {
            if (each.names(lower)) {
                return true;
            }
        }
        for (String prefix : prefixes) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        char[] chars = key.toCharArray();
        int i = 0;
        while (i < chars.length) {
            int end = SensitiveKeys.tokenEnd(chars, i, chars.length);
            if (end > i && PATH_TOKENS.of(chars, i, end) != 0) {
                return true;
            }
            i = Math.max(end, i + 1);
        }
        return false;
    }

    boolean exempts(String key, String value) {
        for (Exemption each : exemptions) {
            if (each.allows(key, value)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lowerCase(List<String> names) {
        List<String> lower = new ArrayList<>(names.size());
        for (String each : names) {
            lower.add(each.toLowerCase(Locale.ROOT));
        }
        return lower;
    }

    /** From the strictest to none. */
    enum Ruling {
        /** Strings and numbers go. */
        SECRET,
        /** Strings go; a number under such a key counts or limits something. */
        TOKEN,
        /** Strings go, as paths. */
        PATH,
        /** Strings are redacted. */
        OPEN
    }
}
