package dev.candor.telemetry.core.internal.redaction;

/** What a character that is neither letter, digit nor space can wake. */
final class Marks {

    private Marks() {}

    /** Where to go on: the next character when nothing was found. */
    static int at(Scan s, int i, char c) {
        int next = wake(s, i, c);
        return next > i ? next : i + 1;
    }

    private static int wake(Scan s, int i, char c) {
        return switch (c) {
            case '@' -> Email.at(s, i);
            case ':' -> colon(s, i);
            case '=' -> Assignments.at(s, i);
            case '/' -> UnixPath.at(s, i);
            case '\\' -> {
                noteEscape(s, i);
                yield WindowsPath.rootAt(s, i);
            }
            case '~' -> tilde(s, i);
            case '$' -> UnixPath.homeAt(s, i);
            case '+', '(' -> Phone.at(s, i);
            case '-' -> CommandLine.at(s, i);
            case '?', '#' -> Query.at(s, i);
            case '<' -> Markup.at(s, i);
            case '%' -> {
                s.suspect |= Ascii.hex(s.charAt(i + 1)) && Ascii.hex(s.charAt(i + 2));
                yield UnixPath.homeAt(s, i);
            }
            case '&' -> {
                s.suspect |= Ascii.letter(s.charAt(i + 1)) || s.charAt(i + 1) == '#';
                yield 0;
            }
            default -> 0;
        };
    }

    /** Whether this ASCII character wakes anything, or shows that the text is encoded. */
    static boolean wakes(char c) {
        return (Ascii.bits(c) & Ascii.CODED) != 0 || "@:=/~$+(-?#<".indexOf(c) >= 0;
    }

    private static int colon(Scan s, int i) {
        if (s.charAt(i + 1) == '/' && s.charAt(i + 2) == '/') {
            return Url.at(s, i);
        }
        if (s.charAt(i + 1) == ':' && !s.wordBefore(i)) {
            return Addresses.ipv6(s, i);
        }
        return Assignments.at(s, i);
    }

    private static int tilde(Scan s, int i) {
        int next = UnixPath.tildeAt(s, i);
        return next > 0 ? next : ShapedTokens.azureSecret(s, i);
    }

    private static void noteEscape(Scan s, int i) {
        char next = s.charAt(i + 1);
        s.encoded |=
                next == '"' || next == '/' || next == '\\' || next == 'u' || next == 'x' || next == 'n' || next == 't';
    }
}
