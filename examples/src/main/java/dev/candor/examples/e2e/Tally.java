package dev.candor.examples.e2e;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was checked against each peer, and prints what was wrong as soon as it is known. */
final class Tally {
    private final PrintStream out;
    private final Map<String, Checks> byPeer = new LinkedHashMap<>();

    Tally(PrintStream out) {
        this.out = out;
    }

    /** The checks of one peer. */
    Checks of(String peer) {
        return byPeer.computeIfAbsent(peer, name -> new Checks(name, out));
    }

    /** Prints the table and the closing line; returns whether nothing was wrong. */
    boolean close() {
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        out.println();
        out.println(line("peer", "checks", "wrong", "skipped"));
        for (Checks checks : byPeer.values()) {
            out.println(line(checks.peer, checks.made, checks.wrong.size(), checks.skipped));
            passed += checks.made - checks.wrong.size();
            failed += checks.wrong.size();
            skipped += checks.skipped;
        }
        out.println();
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed == 0;
    }

    private static String line(String peer, Object checks, Object wrong, Object skipped) {
        return String.format(Locale.ROOT, "  %-28s %7s %7s %8s", peer, checks, wrong, skipped);
    }

    /** What was checked against one peer. */
    static final class Checks {
        private final String peer;
        private final PrintStream out;
        private final List<String> wrong = new ArrayList<>();
        private int made;
        private int skipped;

        private Checks(String peer, PrintStream out) {
            this.peer = peer;
            this.out = out;
        }

        /** One check: these two are equal. */
        void equal(String what, Object expected, Object actual) {
            that(what, expected.equals(actual), "expected " + expected + ", got " + actual);
        }

        /** One check: there is nothing to say against it. */
        void nothing(String what, List<String> problems) {
            that(what, problems.isEmpty(), String.join("; ", problems));
        }

        /** One check. */
        void that(String what, boolean holds, String otherwise) {
            made++;
            if (!holds) {
                wrong.add(what);
                out.println("WRONG: " + peer + ": " + what + ": " + otherwise);
            }
        }

        /** Something that cannot be checked on this machine. */
        void skip(String why) {
            skipped++;
            out.println("SKIPPED: " + peer + ": " + why);
        }
    }
}
