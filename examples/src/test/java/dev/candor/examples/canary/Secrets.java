package dev.candor.examples.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Secrets of 40 kinds, each one new, and the text that it would be found in. */
final class Secrets {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String HEX = "0123456789abcdef";
    private static final String LOWER = "bcdfghjklmnpqrstvwxz";
    /** The text and in it, between bars, the secret: {@code A} stands for letters and digits, {@code H} for hex, {@code L} for lower case. */
    private static final String[] KINDS = {
        "mail to |LLLLLLLL.LLLLLLLLLL@example.com| failed",
        "cannot open |/home/LLLLLLLLLL/LLLLLLLL/data.csv|",
        "cannot open |/Users/LLLLLLLLLL/LLLLLLLL/data.csv|",
        "cannot open |C:\\Users\\LLLLLLLLLL\\LLLLLLLL.txt|",
        "token |ghp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "token |github_pat_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "token |glpat-AAAAAAAAAAAAAAAAAAAA| refused",
        "token |xoxb-123456789012-123456789012-AAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |sk_live_AAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |hf_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |npm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |AIzaSyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |SG.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "key |dop_v1_HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH| refused",
        "key |sk-proj-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| refused",
        "jwt |eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| expired",
        "Authorization: Bearer |AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|",
        "Authorization: Basic |AAAAAAAAAAAAAAAAAAAAAAAA|",
        "Cookie: session=|AAAAAAAAAAAAAAAAAAAAAAAA|",
        "X-Api-Key: |AAAAAAAAAAAAAAAAAAAAAAAA|",
        "password=|AAAAAAAAAAAA| rejected",
        "{\"password\": \"|AAAAAAAAAAAA|\"}",
        "client_secret=|AAAAAAAAAAAAAAAA| rejected",
        "api_key: |AAAAAAAAAAAAAAAA|",
        "access_token=|AAAAAAAAAAAAAAAA|",
        "jdbc:postgresql://db.internal:5432/app?user=app&password=|AAAAAAAAAAAA|",
        "postgres://app:|AAAAAAAAAAAA|@db.internal/app",
        "https://user:|AAAAAAAAAAAA|@example.com/path",
        "GET https://example.com/cb?token=|AAAAAAAAAAAAAAAA| failed",
        "curl -u admin:|AAAAAAAAAAAA| https://example.com",
        "AWS_SECRET_ACCESS_KEY=|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|",
        "mysql --password=|AAAAAAAAAAAA| app",
        "-----BEGIN PRIVATE KEY-----\nMIIE|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|\n-----END PRIVATE KEY-----",
        "secret |AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA| in a sentence",
        "file |\\\\LLLLLLLLLL\\LLLLLLLL\\LLLLLLLL.xlsx| is locked",
        "cannot open |/mnt/c/Users/LLLLLLLLLL/LLLLLLLL.csv|",
        "file:///home/|LLLLLLLLLL|/LLLLLLLL/x.csv",
        "mac |HH:HH:HH:HH:HH:HH| unknown",
        "address |2001:db8:HHHH:HHHH:HHHH:HHHH:HHHH:HHHH| unreachable",
        "export DB_PASSWORD='|AAAAAAAAAAAA|'"
    };

    private Secrets() {}

    /** A secret and the text around it. */
    record Secret(int kind, String value, String text) {}

    /** {@code count} secrets, in turn of every kind; the same for the same seed. */
    static List<Secret> plant(int count, long seed) {
        Random random = new Random(seed);
        List<Secret> planted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            planted.add(make(i % KINDS.length, random));
        }
        return planted;
    }

    private static Secret make(int kind, Random random) {
        String pattern = KINDS[kind];
        int open = pattern.indexOf('|');
        int close = pattern.lastIndexOf('|');
        String value = fill(pattern.substring(open + 1, close), random);
        return new Secret(kind, value, pattern.substring(0, open) + value + pattern.substring(close + 1));
    }

    /** Only runs of two and more of a placeholder are filled: prefixes of tokens hold single capitals. */
    private static String fill(String pattern, Random random) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean run =
                    (i > 0 && pattern.charAt(i - 1) == c) || (i + 1 < pattern.length() && pattern.charAt(i + 1) == c);
            String from = !run ? "" : c == 'A' ? LETTERS : c == 'H' ? HEX : c == 'L' ? LOWER : "";
            filled.append(from.isEmpty() ? c : from.charAt(random.nextInt(from.length())));
        }
        return filled.toString();
    }
}
