package dev.candor.telemetry.core.internal.redaction;

/** Absolute paths of Unix and macOS, those below a home directory, and {@code file:} URLs. */
final class UnixPath {

    private static final TokenTable ROOTS = new TokenTable()
            .with(
                    1,
                    "home users root var tmp opt etc mnt srv data private volumes library applications system usr media run proc "
                            + "sys dev boot lib bin sbin nix snap workspace workspaces app builds github runner jenkins scratch lustre "
                            + "gpfs nfs dbfs content kaggle storage sdcard net export work cygdrive vol hdd ssd mount volume projects "
                            + "nfshome afs efs fsx shared codebuild vsts drone buildkite bitbucket gitlab");
    private static final WordSet FILE_WORDS = new WordSet(
            "file files directory dir folder mkdir cd cwd open opening read reading write writing load loading "
                    + "saved save from created delete deleted rename copy stat exists filenotfounderror nosuchfileexception "
                    + "filenotfoundexception permission script disk mount");
    private static final WordSet VERBS = new WordSet("get post put patch head options delete route endpoint uri url");
    private static final String[] HOMES = {
        "$HOME",
        "${HOME}",
        "$USERPROFILE",
        "%USERPROFILE%",
        "%APPDATA%",
        "%LOCALAPPDATA%",
        "%TEMP%",
        "%HOMEPATH%",
        "$PWD",
        "${PWD}",
        "$TMPDIR",
        "$env:USERPROFILE",
        "$env:APPDATA",
        "%TMP%"
    };

    private UnixPath() {}

    /** The end of what was removed of the path that starts with this slash, or 0. */
    static int at(Scan s, int slash) {
        char before = s.charAt(slash - 1);
        if (Ascii.alnum(before) || isInner(before) || Placeholder.endsBefore(s.text, slash)) {
            return 0;
        }
        if (s.charAt(slash + 1) == '/') {
            return WindowsPath.share(s, slash, 2);
        }
        int first = slash + 1;
        int end = first;
        while (end < s.length && end - first < 32 && Ascii.letter(s.text[end])) {
            end++;
        }
        if (end == first && !s.wordAt(first) && s.charAt(first) != '.' && s.charAt(first) != '_') {
            return 0;
        }
        boolean root = isRoot(s, first, end);
        return root || looksLikeFile(s, slash) ? remove(s, slash, slash) : 0;
    }

    /** What stands before a slash within a path or a route. */
    private static boolean isInner(char c) {
        return switch (c) {
            case '_', '.', '-', ')', ']', '}', '%', '$', '~', '/', '*', '?', '\\', '&' -> true;
            default -> false;
        };
    }

    private static boolean isRoot(Scan s, int first, int end) {
        int to = end;
        while (to < s.length && Ascii.digit(s.text[to]) && to - end < 4) {
            to++;
        }
        if (s.charAt(to) != '/' || !segmentAt(s, to + 1)) {
            return false;
        }
        if (end - first == 1) {
            int next = s.wordEnd(to + 1);
            return Ascii.says(s.text, to + 1, next, "users") || Ascii.says(s.text, to + 1, next, "windows");
        }
        boolean route = Ascii.says(s.text, first, end, "users") && s.text[first] == 'u';
        return !route && ROOTS.of(s.text, first, end) != 0;
    }

    private static boolean segmentAt(Scan s, int i) {
        char c = s.charAt(i);
        return Ascii.alnum(c)
                || c == '.'
                || c == '_'
                || c == '-'
                || c == '@'
                || c == '~'
                || c == '$'
                || c == '%'
                || c == ' ';
    }

    /** An unknown root: two segments and an extension, or a word of files before it. */
    private static boolean looksLikeFile(Scan s, int slash) {
        int end = Paths.end(s, slash, '/', false);
        int slashes = 0;
        int dot = -1;
        boolean template = false;
        int limit = Math.min(end, slash + 256);
        for (int i = slash; i < limit; i++) {
            char c = s.text[i];
            slashes += c == '/' ? 1 : 0;
            dot = c == '/' ? -1 : c == '.' ? i : dot;
            template |= c == '{' || c == '*' || c == '?';
        }
        if (slashes < 2 || template || wordsBefore(s, slash, VERBS, 1)) {
            return false;
        }
        boolean extension =
                dot > 0 && limit == end && end - dot >= 2 && end - dot <= 8 && Ascii.letter(s.text[dot + 1]);
        return extension || wordsBefore(s, slash, FILE_WORDS, 4);
    }

    private static boolean wordsBefore(Scan s, int at, WordSet words, int count) {
        int i = at;
        int stop = Math.max(0, at - 64);
        for (int k = 0; k < count; k++) {
            while (i > stop && !Ascii.alnum(s.text[i - 1])) {
                i--;
            }
            int end = i;
            while (i > stop && Ascii.alnum(s.text[i - 1])) {
                i--;
            }
            if (i == end) {
                return false;
            }
            if (words.has(s.text, i, end)) {
                return true;
            }
        }
        return false;
    }

    /** Removes a path of which {@code from} is known to be a part, with whatever belongs to it. */
    static int remove(Scan s, int start, int from) {
        return Paths.remove(s, start, Paths.end(s, from, '/', true));
    }

    /** Removes a path whose beginning is known, up to where it ends. */
    static int removeKnown(Scan s, int start, int end) {
        char next = s.charAt(end);
        boolean goesOn = next == '/' || next == '\\';
        return Paths.remove(s, start, goesOn ? Math.max(end, Paths.end(s, end, next, true)) : end);
    }

    /** The path below a tilde; its end, or 0. */
    static int tildeAt(Scan s, int tilde) {
        if (s.wordBefore(tilde)
                || s.charAt(tilde - 1) == '/'
                || s.charAt(tilde - 1) == '_'
                || s.charAt(tilde - 1) == '-') {
            return 0;
        }
        int slash = tilde + 1;
        while (slash < s.length
                && slash - tilde < 33
                && (Ascii.alnum(s.text[slash])
                        || s.text[slash] == '_'
                        || s.text[slash] == '-'
                        || s.text[slash] == '.')) {
            slash++;
        }
        boolean user = slash == tilde + 1 || Ascii.letter(s.charAt(tilde + 1));
        char separator = s.charAt(slash);
        boolean path =
                (separator == '/' && user && segmentAt(s, slash + 1)) || (separator == '\\' && slash == tilde + 1);
        return path ? remove(s, tilde, slash) : 0;
    }

    /** The path below a variable that names a home directory; its end, or 0. */
    static int homeAt(Scan s, int mark) {
        char first = s.charAt(mark + 1);
        if (first != '{' && !Ascii.letter(first)) {
            return 0;
        }
        for (String home : HOMES) {
            int slash = mark + home.length();
            if (Ascii.startsWith(s.text, mark, s.length, home) && (s.charAt(slash) == '/' || s.charAt(slash) == '\\')) {
                return remove(s, mark, slash);
            }
        }
        return 0;
    }

    /** The whole of a {@code file:} URL; its end. */
    static int fileUrl(Scan s, int scheme, int from) {
        return Math.max(remove(s, scheme, from), from);
    }
}
