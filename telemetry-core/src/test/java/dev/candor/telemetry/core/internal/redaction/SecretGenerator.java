package dev.candor.telemetry.core.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes secrets of many kinds and puts them where they are found, from a seed: the strings that nobody tuned for. */
final class SecretGenerator {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String HEX = "0123456789abcdef";
    private static final String UPPER = LOWER.toUpperCase(java.util.Locale.ROOT);
    private static final String ALNUM = UPPER + LOWER + DIGITS;
    private static final List<String> NAMES =
            List.of("mira", "tobias", "ngozi", "wei", "ines", "olaf", "priya", "sami");
    private static final List<String> WORDS = List.of("ledger", "merger", "forecast", "payroll", "roadmap", "tender");

    /** A text, the parts that must be gone, and those that must stay. */
    record Sample(String kind, String text, List<String> secrets, List<String> kept) {}

    private final Random random;
    private final Map<String, Supplier<String>> tokens = new LinkedHashMap<>();
    private final Map<String, Supplier<Sample>> whole = new LinkedHashMap<>();

    SecretGenerator(long seed) {
        random = new Random(seed);
        prefixed();
        shaped();
        personal();
        structured();
    }

    int kinds() {
        return tokens.size() + whole.size();
    }

    List<Sample> samples(int ofEach) {
        List<Sample> all = new ArrayList<>();
        for (Map.Entry<String, Supplier<String>> each : tokens.entrySet()) {
            for (int i = 0; i < ofEach; i++) {
                all.add(inContext(each.getKey(), each.getValue().get(), i));
            }
        }
        for (Map.Entry<String, Supplier<Sample>> each : whole.entrySet()) {
            for (int i = 0; i < ofEach; i++) {
                all.add(each.getValue().get());
            }
        }
        return all;
    }

    private Sample inContext(String kind, String secret, int number) {
        String count = String.valueOf(2 + random.nextInt(97));
        return switch (number % 10) {
            case 0 -> sample(kind, secret, "request refused for ", " after " + count + " attempts");
            case 1 -> sample(kind, secret, "java.io.IOException: cannot use \"", "\" at index " + count);
            case 2 -> sample(kind, secret, "{\"level\":\"warn\",\"value\":\"", "\",\"count\":" + count + "}");
            case 3 -> sample(kind, secret, "retry=" + count + " input=", " state=failed");
            case 4 -> sample(kind, secret, "args: [", ", --verbose]");
            case 5 -> sample(kind, secret, "first line\n", "\nlast line " + count);
            case 6 -> sample(kind, secret, "Parsing failed (", "), giving up");
            case 7 -> sample(kind, secret, "<item>", "</item><n>" + count + "</n>");
            case 8 -> sample(kind, secret, "got '", "', expected something else");
            default -> sample(kind, secret, "see ", ".");
        };
    }

    private static Sample sample(String kind, String secret, String before, String after) {
        return new Sample(kind, before + secret + after, List.of(secret), List.of(before.strip(), after.strip()));
    }

    private void prefixed() {
        token("github", () -> pick("ghp_", "gho_", "ghs_") + draw(ALNUM, 36));
        token("github-pat", () -> "github_pat_" + draw(ALNUM, 22) + "_" + draw(ALNUM, 59));
        token("gitlab", () -> "glpat-" + draw(ALNUM, 20));
        token("aws-id", () -> pick("AKIA", "ASIA") + draw(UPPER + "234567", 16));
        token("google", () -> "AIza" + draw(ALNUM, 35));
        token("google-oauth", () -> "ya29." + draw(ALNUM, 60));
        token("slack", () -> pick("xoxb-", "xoxp-") + draw(DIGITS, 11) + "-" + draw(ALNUM, 24));
        token("stripe", () -> pick("sk_live_", "rk_test_") + draw(ALNUM, 24));
        token("openai", () -> "sk-proj-" + draw(ALNUM, 48));
        token("anthropic", () -> "sk-ant-api03-" + draw(ALNUM, 80));
        token("huggingface", () -> "hf_" + draw(UPPER + LOWER, 34));
        token("npm", () -> "npm_" + draw(ALNUM, 36));
        token("pypi", () -> "pypi-AgEIcHlwaS5vcmc" + draw(ALNUM, 60));
        token("sendgrid", () -> "SG." + draw(ALNUM, 22) + "." + draw(ALNUM, 43));
        token("twilio", () -> pick("SK", "AC") + draw(HEX, 32));
        token("vault", () -> "hvs." + draw(ALNUM, 90));
        token("posthog", () -> pick("phc_", "phx_") + draw(ALNUM, 43));
        token("shopify", () -> "shpat_" + draw(HEX, 32));
        token("databricks", () -> "dapi" + draw(HEX, 32));
        token("doppler", () -> "dp.pt." + draw(ALNUM, 43));
        token("digitalocean", () -> "dop_v1_" + draw(HEX, 64));
        token("linear", () -> "lin_api_" + draw(ALNUM, 40));
        token("notion", () -> "ntn_" + draw(DIGITS, 11) + draw(ALNUM, 35));
        token("grafana", () -> "glsa_" + draw(ALNUM, 32) + "_" + draw(HEX, 8));
        token("newrelic", () -> "NRAK-" + draw(UPPER + DIGITS, 27));
        token("docker", () -> "dckr_pat_" + draw(ALNUM, 27));
        token("rubygems", () -> "rubygems_" + draw(HEX, 48));
    }

    private void shaped() {
        token("jwt", () -> "eyJ" + draw(ALNUM, 30) + ".eyJ" + draw(ALNUM, 60) + "." + draw(ALNUM + "-_", 43));
        token("telegram", () -> "7" + draw(DIGITS, 9) + ":AA" + draw(ALNUM, 33));
        token("discord", () -> "MT" + draw(ALNUM, 22) + ".G" + draw(ALNUM, 5) + "." + draw(ALNUM, 38));
        token("base64-32", () -> Base64.getEncoder().encodeToString(bytes(32)));
        token("base64url-24", () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
        token("alnum-40", () -> draw(ALNUM, 40));
        token("hex-40", () -> draw(HEX, 40));
    }

    private void personal() {
        token(
                "email",
                () -> pick(NAMES) + pick(".", "_", "") + draw(LOWER, 6) + "@" + draw(LOWER, 7)
                        + pick(".com", ".co.uk", ".io"));
        token(
                "ipv4",
                () -> (11 + random.nextInt(200)) + "." + octet() + "." + octet() + "." + (1 + random.nextInt(250)));
        token(
                "ipv6",
                () -> "2001:db8:" + draw(HEX, 4) + ":" + draw(HEX, 4) + "::" + draw(HEX, 4) + ":1" + draw(HEX, 3));
        token("mac", () -> "3c:" + draw(HEX, 2) + ":" + draw(HEX, 2) + ":9a:" + draw(HEX, 2) + ":7e");
        token("card", () -> luhn("4" + draw(DIGITS, 14)));
        token("iban", () -> iban(draw(DIGITS, 18)));
        token("phone", () -> "+49 " + (30 + random.nextInt(60)) + " " + (1 + random.nextInt(9)) + draw(DIGITS, 7));
        token(
                "path-unix",
                () -> pick("/home/", "/Users/", "/srv/", "/data/") + pick(NAMES) + draw(LOWER, 4) + "/" + pick(WORDS)
                        + ".csv");
        token(
                "path-windows",
                () -> pick("C", "D") + ":\\Users\\" + pick(NAMES) + draw(LOWER, 4) + "\\" + pick(WORDS) + ".xlsx");
        token("path-share", () -> "\\\\" + draw(LOWER, 6) + "\\" + pick(WORDS) + "\\" + pick(NAMES) + ".txt");
    }

    private void structured() {
        structure(
                "url-userinfo",
                v -> "fetch https://" + pick(NAMES) + ":" + v + "@git.example.com/x failed",
                "fetch https://",
                "@git.example.com/x failed");
        structure(
                "url-query",
                v -> "GET https://api.example.com/v1?access_token=" + v + "&page=2 500",
                "GET https://api.example.com/v1?access_token=",
                "&page=2 500");
        structure(
                "jdbc",
                v -> "pool: jdbc:postgresql://db/app?user=app&password=" + v + " down",
                "pool: jdbc:postgresql:",
                "down");
        structure(
                "properties",
                v -> "spring.datasource.password=" + v + "\nspring.name=shop",
                "spring.datasource.password=",
                "spring.name=shop");
        structure("environment", v -> "export SHOP_API_KEY=" + v + " && ./run", "export SHOP_API_KEY=", "&& ./run");
        structure(
                "json",
                v -> "{\"user\":\"u1\",\"client_secret\":\"" + v + "\",\"n\":3}",
                "\"client_secret\":",
                "\"n\":3}");
        structure(
                "json-escaped",
                v -> "body=\"{\\\"password\\\":\\\"" + v + "\\\",\\\"n\\\":3}\"",
                "body=",
                "\\\"n\\\":3}");
        structure("yaml", v -> "db:\n  host: h1\n  password: " + v + "\n  port: 5432", "host: h1", "port: 5432");
        structure(
                "bearer",
                v -> "curl -H \"Authorization: Bearer " + v + "\" https://api.example.com",
                "curl -H \"Authorization:",
                "https://api.example.com");
        structure(
                "basic",
                v -> "Authorization: Basic " + base64("u:" + v) + "\nAccept: */*",
                "Authorization:",
                "Accept: */*");
        structure(
                "cookie",
                v -> "Cookie: session=" + v + "; theme=dark\nHost: x.example",
                "Cookie: session=",
                "Host: x.example");
        structure(
                "curl-user",
                v -> "curl -u admin:" + v + " https://api.example.com/x",
                "curl -u",
                "https://api.example.com/x");
        structure("option", v -> "deploy --db-password " + v + " --region eu", "deploy --db-password", "--region eu");
        structure(
                "xml",
                v -> "<server><password>" + v + "</password><id>7</id></server>",
                "<server><password>",
                "<id>7</id>");
        structure("percent", v -> "callback?next=%2Fx%3Fpassword%3D" + v + "%26n%3D3 done", "callback?", "done");
        structure(
                "pem",
                v -> "key:\n-----BEGIN PRIVATE KEY-----\n" + v + "\n-----END PRIVATE KEY-----\nend",
                "key:",
                "end");
    }

    private void token(String kind, Supplier<String> secret) {
        tokens.put(kind, secret);
    }

    private void structure(String kind, java.util.function.UnaryOperator<String> text, String... kept) {
        whole.put(kind, () -> {
            String value = draw(LOWER + DIGITS, 1) + draw(ALNUM + "!*", 7 + random.nextInt(12)) + draw(DIGITS, 1);
            return new Sample(kind, text.apply(value), List.of(value, base64("u:" + value)), List.of(kept));
        });
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private int octet() {
        return random.nextInt(256);
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String draw(String from, int size) {
        StringBuilder drawn = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            drawn.append(from.charAt(random.nextInt(from.length())));
        }
        return drawn.toString();
    }

    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String iban(String account) {
        java.math.BigInteger number = new java.math.BigInteger(account + "131400");
        int check = 98 - number.mod(java.math.BigInteger.valueOf(97)).intValue();
        return "DE" + (check < 10 ? "0" : "") + check + account;
    }
}
