package dev.candor.telemetry.http;

/** Values as they may be shown to people, in messages and in the journal. */
public final class Masked {
    private static final String MASK = "***";

    private Masked() {}

    /** What stands for a secret. It gives away neither length nor prefix. */
    public static String secret() {
        return MASK;
    }

    /** A URL as it was written, without user info, without the values of its query, and on one line of printable ASCII. */
    public static String url(String written) {
        String text = printable(written);
        int hash = text.indexOf('#');
        String whole = hash < 0 ? text : text.substring(0, hash);
        int question = whole.indexOf('?');
        String base = question < 0 ? whole : whole.substring(0, question);
        return withoutUserInfo(base) + (question < 0 ? "" : "?" + MASK);
    }

    private static String withoutUserInfo(String base) {
        int at = base.lastIndexOf('@');
        int slashes = base.indexOf("//");
        // Everything before the last @ goes, wherever it stands: of a malformed URL nobody can say which part was the
        // secret.
        return at < 0
                ? base
                : (slashes < 0 || slashes > at ? "" : base.substring(0, slashes + 2)) + MASK + base.substring(at);
    }

    private static String printable(String written) {
        int length = Math.min(written.length(), 200);
        StringBuilder text = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = written.charAt(i);
            text.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return length < written.length() ? text.append("...").toString() : text.toString();
    }
}
