package dev.candor.examples.canary;

import dev.candor.examples.canary.Secrets.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for secrets as they are and as JSON, URLs and base64 write them, whole and in their random parts. */
final class Search {
    private static final int SHORTEST = 8;

    private final Map<Long, List<Needle>> byEnd = new HashMap<>();

    Search(List<Secret> secrets) {
        for (Secret secret : secrets) {
            for (String part : parts(secret.value())) {
                for (String form : forms(part)) {
                    byEnd.computeIfAbsent(end(form), key -> new ArrayList<>()).add(new Needle(form, secret));
                }
            }
        }
    }

    /** What was found: one pass, which looks up each eight characters. */
    List<String> in(CharSequence all) {
        String seen = all.toString();
        Set<String> found = new TreeSet<>();
        long last = 0;
        for (int i = 0; i < seen.length(); i++) {
            last = last << 8 | seen.charAt(i) & 0xFF;
            for (Needle needle : byEnd.getOrDefault(last, List.of())) {
                if (seen.startsWith(needle.form(), i + 1 - needle.form().length())) {
                    found.add(needle.secret().kind() + ": " + needle.form() + " of "
                            + needle.secret().text());
                }
            }
        }
        return List.copyOf(found);
    }

    /** The whole, and each word of eight characters or more: half a secret is one, too. */
    private static Set<String> parts(String value) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(value);
        for (String word : value.split("[^A-Za-z0-9]+")) {
            if (word.length() >= SHORTEST) {
                parts.add(word);
            }
        }
        return parts;
    }

    private static Set<String> forms(String part) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(part);
        forms.add(part.replace("\\", "\\\\"));
        forms.add(part.replace("\\", "\\\\\\\\"));
        forms.add(part.replace("/", "\\/"));
        forms.add(URLEncoder.encode(part, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            String inBase64 = base64(part, before);
            if (inBase64.length() >= SHORTEST) {
                forms.add(inBase64);
            }
        }
        return forms;
    }

    /** What base64 of a longer text has of this part, which starts there after {@code before} bytes of a group of three. */
    private static String base64(String part, int before) {
        String encoded = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(("xx".substring(0, before) + part).getBytes(StandardCharsets.UTF_8));
        int from = before == 0 ? 0 : before + 1;
        int whole = (before + part.length()) / 3 * 4;
        return whole > from ? encoded.substring(from, whole) : "";
    }

    private static long end(String text) {
        long last = 0;
        for (int i = text.length() - SHORTEST; i < text.length(); i++) {
            last = last << 8 | text.charAt(i) & 0xFF;
        }
        return last;
    }

    private record Needle(String form, Secret secret) {}
}
