package dev.candor.telemetry.core.internal.redaction;

/** Paths with a drive, network shares of either slash, and paths from a root, as written or with doubled backslashes. */
final class WindowsPath {

    private static final WordSet ROOTS = new WordSet("users programdata windows documents home");

    private WindowsPath() {}

    /** The end of what was removed of the path that starts with this drive letter, or 0. */
    static int at(Scan s, int drive) {
        char separator = s.charAt(drive + 2);
        boolean slash = separator == '/' && s.charAt(drive + 3) != '/';
        if ((separator != '\\' && !slash) || !Ascii.letter(s.text[drive]) || s.charAt(drive - 1) == '$') {
            return 0;
        }
        char next = s.charAt(drive + 3);
        if (Ascii.space(next) || next == '\0' || Ascii.quote(next)) {
            return 0;
        }
        return Paths.remove(s, drive, Paths.end(s, drive, separator, true));
    }

    /** A share, or a path from the root, that starts with this backslash; the end of what was removed, or 0. */
    static int rootAt(Scan s, int slash) {
        char before = s.charAt(slash - 1);
        if (Ascii.alnum(before)
                || before == '\\'
                || Placeholder.endsBefore(s.text, slash)
                || before == ':'
                || before == '.'
                || before == ')') {
            return 0;
        }
        int i = slash;
        while (s.charAt(i) == '\\' && i - slash < 4) {
            i++;
        }
        if (i - slash >= 2) {
            int share = share(s, slash, i - slash);
            if (share > 0) {
                return share;
            }
        }
        int end = s.wordEnd(i);
        boolean root = s.charAt(end) == '\\' && ROOTS.has(s.text, i, end) && i - slash <= 2;
        return root ? Paths.remove(s, slash, Paths.end(s, slash, '\\', true)) : 0;
    }

    /** A host and a share behind two or four separators; the end of what was removed, or 0. */
    static int share(Scan s, int start, int separators) {
        int host = start + separators;
        char separator = s.text[start];
        if (separator == '\\' && (s.charAt(host) == '?' || s.charAt(host) == '.') && s.charAt(host + 1) == '\\') {
            return Paths.remove(s, start, Paths.end(s, host + 1, '\\', true));
        }
        int end = host;
        boolean dots = false;
        while (end < s.length && end - host < 64 && isHost(s.text[end])) {
            dots |= s.text[end] == '.';
            end++;
        }
        boolean shape =
                end > host + 1 && s.charAt(end) == separator && end + 1 < s.length && !Ascii.space(s.text[end + 1]);
        // //cdn.example.com/lib.js is a URL without its scheme
        if (!shape || (separator == '/' && ((dots && Ipv4.end(s, host) != end) || s.charAt(end + 1) == '/'))) {
            return 0;
        }
        return Paths.remove(s, start, Paths.end(s, end, separator, true));
    }

    private static boolean isHost(char c) {
        return Ascii.alnum(c) || c == '.' || c == '-' || c == '_' || c == '$';
    }
}
