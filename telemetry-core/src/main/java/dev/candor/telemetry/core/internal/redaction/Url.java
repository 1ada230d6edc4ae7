package dev.candor.telemetry.core.internal.redaction;

/** The authority of a URL: userinfo, private hosts. Its path is walked as text, its query by {@link Query}. */
final class Url {

    private static final WordSet PRIVATE_ZONES = new WordSet(
            "local internal corp lan intra intranet home private localdomain svc consul ad cluster arpa prod dc");

    /** One-word hosts that tell a role and nobody's name. */
    private static final WordSet ROLES = new WordSet(
            "localhost host hostname server url example api app web db database redis kafka postgres mysql mongo "
                    + "rabbitmq elasticsearch nginx proxy gateway minio registry collector backend frontend test");

    private Url() {}

    /** Where to go on in the URL whose {@code ://} is here: at its host. */
    static int at(Scan s, int colon) {
        int scheme = colon;
        while (scheme > 0 && colon - scheme < 16 && Ascii.letter(s.text[scheme - 1])) {
            scheme--;
        }
        int from = colon + 3;
        if (Ascii.says(s.text, scheme, colon, "file")) {
            return UnixPath.fileUrl(s, scheme, from);
        }
        int end = authorityEnd(s, from);
        int at = userinfoEnd(s, from, end);
        int host = from;
        if (at > from) {
            s.remove(from, at, Placeholder.LOGIN);
            host = at + 1;
            end = authorityEnd(s, host);
        }
        hosts(s, host, end);
        return host;
    }

    private static int authorityEnd(Scan s, int from) {
        int i = from;
        while (i < s.length && isAuthority(s.text[i])) {
            i++;
        }
        return i;
    }

    private static boolean isAuthority(char c) {
        return !Ascii.space(c) && c != '/' && c != '?' && c != '#' && c != '"' && c != '`' && c != '>' && c != '\\';
    }

    private static int userinfoEnd(Scan s, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (s.text[i] == '@') {
                return i;
            }
        }
        int colon = from;
        while (colon < end && s.text[colon] != ':') {
            colon++;
        }
        char afterColon = s.charAt(colon + 1);
        if (colon >= end || (Ascii.digit(afterColon) && isPort(s, colon + 1, end)) || s.charAt(end) == '"') {
            return -1;
        }
        // a password may hold what would end an authority
        int at = s.nextAt(end);
        if (at >= s.length || at - end > Scan.REACH) {
            return -1;
        }
        for (int i = end; i < at; i++) {
            if (Ascii.space(s.text[i]) || s.text[i] == '"') {
                return -1;
            }
        }
        return at;
    }

    private static boolean isPort(Scan s, int from, int end) {
        int i = from;
        while (i < end && Ascii.digit(s.text[i])) {
            i++;
        }
        return i == end || !Ascii.alnum(s.text[i]);
    }

    private static void hosts(Scan s, int from, int end) {
        int host = from;
        while (host < end) {
            if (s.text[host] == '[') {
                Addresses.ipv6(s, host + 1);
                return;
            }
            int i = host;
            boolean plain = true;
            while (i < end && s.text[i] != ':' && s.text[i] != ',') {
                plain &= Ascii.alnum(s.text[i]) || s.text[i] == '.' || s.text[i] == '-' || s.text[i] == '_';
                i++;
            }
            if (plain && i > host) {
                host(s, host, trimmed(s, host, i));
            }
            while (i < end && s.text[i] != ',') {
                i++;
            }
            host = i + 1;
        }
    }

    private static int trimmed(Scan s, int from, int to) {
        int end = to;
        while (end > from && !Ascii.alnum(s.text[end - 1])) {
            end--;
        }
        return end;
    }

    private static void host(Scan s, int from, int to) {
        if (Ipv4.end(s, from) == to) {
            s.remove(from, to, Placeholder.IP);
            return;
        }
        if (s.knownAt(from) > 0) {
            return;
        }
        int label = to;
        while (label > from && s.text[label - 1] != '.') {
            label--;
        }
        boolean single = label == from && !ROLES.has(s.text, from, to);
        if (single || (label > from && PRIVATE_ZONES.has(s.text, label, to))) {
            s.remove(from, to, Placeholder.HOST);
        }
    }
}
