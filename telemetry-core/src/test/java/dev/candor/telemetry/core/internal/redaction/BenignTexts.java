package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Texts as tools log them, with numbers, names and versions drawn by lot and nothing private in them. */
final class BenignTexts {

    private static final String[] NOUNS = {
        "order",
        "table",
        "pipeline",
        "schema",
        "batch",
        "worker",
        "cache",
        "index",
        "token",
        "key",
        "session",
        "path",
        "file",
        "secret"
    };
    private static final String[] VERBS = {"load", "parse", "write", "flush", "resolve", "compile", "validate", "merge"
    };
    private static final String[] TYPES = {
        "Service", "Factory", "Provider", "Reader", "Exception", "Handler", "Repository"
    };

    private BenignTexts() {}

    static List<String> draw(Random random, int ofEach) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            String noun = NOUNS[random.nextInt(NOUNS.length)];
            String verb = VERBS[random.nextInt(VERBS.length)];
            String type = capital(verb) + capital(noun) + TYPES[random.nextInt(TYPES.length)];
            int n = random.nextInt(100_000);
            String version = random.nextInt(20) + "." + random.nextInt(30) + "." + random.nextInt(99);
            texts.add(
                    "Failed to " + verb + " " + noun + " " + n + " after " + n % 7 + " attempts (" + n % 900 + " ms)");
            texts.add("\tat com.acme.shop." + noun + "." + type + "." + verb + "(" + type + ".java:" + n % 999 + ")");
            texts.add("\tat java.base/java.util." + type + "$Node." + verb + "(" + type + ".java:" + n % 999 + ")");
            texts.add("com.acme:" + noun + "-" + verb + ":" + version);
            texts.add("com.acme:" + noun + ":" + version + "." + n % 9 + "-SNAPSHOT");
            texts.add(noun + " version " + version + "." + n % 9 + " is older than v" + version);
            texts.add("run " + new UUID(random.nextLong(), random.nextLong()) + " " + verb + " ok");
            texts.add("commit " + hex(random, 40) + " built, digest sha256:" + hex(random, 64));
            texts.add("uses: acme/" + verb + "-" + noun + "@" + hex(random, 40));
            texts.add("trace_id=" + hex(random, 32) + " span_id=" + hex(random, 16) + " sampled=true");
            texts.add("2026-0" + (1 + n % 9) + "-1" + n % 10 + "T1" + n % 10 + ":3" + n % 10 + ":07." + (100 + n % 900)
                    + "Z INFO [" + verb + "-" + n % 40 + "] c.a.s." + type + " : " + verb + " done");
            texts.add("GET /api/v" + n % 4 + "/" + noun + "s/" + n + "/" + verb + " 50" + n % 5 + " in " + n % 999
                    + "ms");
            texts.add("route /" + noun + "s/{id}/" + verb + " mapped to " + type + "#" + verb);
            texts.add("see https://docs.example.org/" + noun + "/" + verb + "#" + noun + "-" + verb);
            texts.add("exit code " + n % 256 + ", " + n + " rows, " + n % 100 + "." + n % 10 + " %, heap " + n % 4096
                    + "M");
            texts.add("java.lang.IllegalStateException: " + noun + " must not be null");
            texts.add("Caused by: org.acme." + type + ": unexpected " + noun + " near line " + n % 500 + ", column "
                    + n % 80);
            texts.add("max_" + noun + "s=" + n + " " + verb + "_timeout_ms=" + n + " retries=" + n % 5);
            texts.add("{\"event\":\"" + verb + "\",\"count\":" + n + ",\"duration\":" + n % 60 + "." + n % 10
                    + ",\"ok\":true}");
            texts.add("SELECT " + noun + "_id FROM " + noun + "s WHERE n > " + n + " LIMIT 10");
            texts.add("class " + type + " cannot be cast to class com.acme." + capital(noun) + n % 10);
            texts.add("the " + noun + " is not valid: expected " + n % 9 + " but was " + n % 11);
        }
        return texts;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String hex(Random random, int size) {
        StringBuilder drawn = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            drawn.append("0123456789abcdef".charAt(random.nextInt(16)));
        }
        return drawn.toString();
    }
}
