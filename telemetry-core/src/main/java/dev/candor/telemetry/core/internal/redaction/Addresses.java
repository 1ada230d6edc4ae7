package dev.candor.telemetry.core.internal.redaction;

/** Network and hardware addresses: MAC in three spellings, IPv6 by its whole grammar. */
final class Addresses {

    private Addresses() {}

    /** An address that starts with this hexadecimal word; its end, or 0. */
    static int at(Scan s, int start, int end, char after) {
        int size = end - start;
        if (size == 2 && after != '.') {
            int mac = mac(s, start, 2, after, 6);
            if (mac > 0) {
                return mac;
            }
        }
        if (size == 4 && after == '.') {
            return mac(s, start, 4, '.', 3);
        }
        return after == ':' ? ipv6(s, start) : 0;
    }

    private static int mac(Scan s, int start, int width, char separator, int groups) {
        int i = start;
        boolean varied = false;
        boolean letters = false;
        for (int group = 0; group < groups; group++) {
            if (group > 0 && s.charAt(i++) != separator) {
                return 0;
            }
            for (int k = 0; k < width; k++, i++) {
                char c = s.charAt(i);
                if (!Ascii.hex(c)) {
                    return 0;
                }
                varied |= c != s.text[start];
                letters |= !Ascii.digit(c);
            }
        }
        boolean whole = !s.wordAt(i) && !(s.charAt(i) == separator && s.wordAt(i + 1));
        // the broadcast and the zero address are nobody's; three groups of digits only are a number
        if (!whole || !varied || (width == 4 && !letters) || s.charAt(start - 1) == separator) {
            return 0;
        }
        s.remove(start, i, Placeholder.MAC);
        return i;
    }

    /** An IPv6 address that starts here; its end, or 0. */
    static int ipv6(Scan s, int start) {
        char before = s.charAt(start - 1);
        if (before == ':' || before == '.') {
            return 0;
        }
        int limit = Math.min(s.length, start + 46);
        int end = start;
        while (end < limit && (Ascii.hex(s.text[end]) || s.text[end] == ':' || s.text[end] == '.')) {
            end++;
        }
        while (end > start && (s.text[end - 1] == '.' || (s.text[end - 1] == ':' && s.charAt(end - 2) != ':'))) {
            end--;
        }
        if (s.wordAt(end) || !valid(s, start, end)) {
            return 0;
        }
        int zone = end;
        if (s.charAt(end) == '%' && s.wordAt(end + 1)) {
            zone = s.wordEnd(end + 1);
        }
        s.remove(start, zone, Placeholder.IP);
        return zone;
    }

    private static boolean valid(Scan s, int start, int end) {
        int groups = 0;
        int gaps = 0;
        boolean digits = false;
        int i = start;
        while (i < end) {
            if (s.text[i] == ':') {
                boolean gap = s.charAt(i + 1) == ':' && i + 1 < end;
                if (!gap && i == start) {
                    return false;
                }
                gaps += gap ? 1 : 0;
                i += gap ? 2 : 1;
                if (gap && i < end && s.text[i] == ':') {
                    return false;
                }
                continue;
            }
            int word = i;
            while (i < end && Ascii.hex(s.text[i])) {
                digits |= Ascii.digit(s.text[i]);
                i++;
            }
            if (i < end && s.text[i] == '.') {
                int v4 = Ipv4.end(s, word);
                groups += 2;
                return v4 == end && (gaps == 1 ? groups <= 7 : gaps == 0 && groups == 8);
            }
            if (i - word > 4) {
                return false;
            }
            groups++;
        }
        boolean stub = groups == 1 && s.text[end - 1] == ':';
        return digits && !stub && (gaps == 1 ? groups >= 1 && groups <= 7 : gaps == 0 && groups == 8);
    }
}
