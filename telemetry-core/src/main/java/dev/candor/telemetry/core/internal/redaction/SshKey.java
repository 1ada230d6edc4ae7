package dev.candor.telemetry.core.internal.redaction;

/** Public keys of SSH, whose comment names a person and a machine. */
final class SshKey {

    private static final String[] KINDS = {"ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-nistp", "sk-ssh-ed25519"
    };

    private SshKey() {}

    /** The end of the key that starts here, or 0. */
    static int at(Scan s, int start) {
        for (String kind : KINDS) {
            if (Ascii.startsWith(s.text, start, s.length, kind)) {
                int from = s.blanks(s.blankFrom(start), 4);
                int end = s.blankFrom(from);
                if (end - from >= 32 && Ascii.startsWith(s.text, from, s.length, "AAAA")) {
                    int comment = s.blanks(end, 4);
                    int to = comment > end ? s.blankFrom(comment) : end;
                    s.remove(from, to, Placeholder.KEY);
                    return to;
                }
            }
        }
        return 0;
    }
}
