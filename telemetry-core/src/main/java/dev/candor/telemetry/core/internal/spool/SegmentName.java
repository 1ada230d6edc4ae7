package dev.candor.telemetry.core.internal.spool;

/**
 * The names of the files in a spool.
 *
 * <pre>
 * ID.open                 being written by the spool whose token ends the id
 * ID.seg                  complete, free for anybody
 * tail-N.seg              complete and small: the next short command may write on
 * ID.TOKEN.claim          being read by the spool with that token
 * ID.DESTINATION.ack      how far one destination has got in a segment
 * ID.bad                  damaged, kept for a look
 * ID.tmp, *.tmp           not complete
 * TOKEN-PID-START.lk      locked while the spool with that token lives
 * withdrawn               one byte for each withdrawal
 * </pre>
 *
 * <p>An id is 12 hexadecimal digits of milliseconds, 4 of a count and the 16 of the token, so that names sort by age.
 */
final class SegmentName {

    static final int ID = 32;
    static final int TOKEN = 16;

    static final String OPEN = ".open";
    static final String FREE = ".seg";
    static final String CLAIM = ".claim";
    static final String ACK = ".ack";
    static final String BAD = ".bad";
    static final String TEMPORARY = ".tmp";
    static final String LOCK = ".lk";
    static final String TAIL = "tail-";

    private SegmentName() {}

    static String claim(String id, String token) {
        return id.concat(".").concat(token).concat(CLAIM);
    }

    static String ack(String id, long destination) {
        return id.concat(".").concat(Identity.hex16(destination)).concat(ACK);
    }

    static boolean isOpen(String name) {
        return isIdWith(name, OPEN);
    }

    static boolean isFree(String name) {
        return isIdWith(name, FREE);
    }

    static boolean isTail(String name) {
        return name.startsWith(TAIL) && name.endsWith(FREE) && name.length() == TAIL.length() + 1 + FREE.length();
    }

    static boolean isClaim(String name) {
        return isIdAndTokenWith(name, CLAIM);
    }

    static boolean isAck(String name) {
        return isIdAndTokenWith(name, ACK);
    }

    static boolean isBad(String name) {
        return isIdWith(name, BAD);
    }

    static boolean isTemporary(String name) {
        return name.endsWith(TEMPORARY) && name.length() > TOKEN && isHex(name, 0, TOKEN);
    }

    static boolean isLock(String name) {
        return name.endsWith(LOCK) && name.length() > TOKEN && name.charAt(TOKEN) == '-' && isHex(name, 0, TOKEN);
    }

    /** Whether a name is that of a segment with frames in it, in whatever state. */
    static boolean isSegment(String name) {
        return isFree(name) || isOpen(name) || isClaim(name) || isTail(name);
    }

    /** The id that a name begins with. */
    static String idOf(String name) {
        return name.substring(0, ID);
    }

    /** Who writes an open segment or reads a claimed one. */
    static String tokenOf(String name) {
        return isClaim(name) ? name.substring(ID + 1, ID + 1 + TOKEN) : name.substring(ID - TOKEN, ID);
    }

    /** When the segment was begun, in wall milliseconds, as its name says. */
    static long millisOf(String name) {
        return Long.parseLong(name.substring(0, 12), 16);
    }

    private static boolean isIdWith(String name, String suffix) {
        return name.length() == ID + suffix.length() && name.endsWith(suffix) && isHex(name, 0, ID);
    }

    private static boolean isIdAndTokenWith(String name, String suffix) {
        return name.length() == ID + 1 + TOKEN + suffix.length()
                && name.endsWith(suffix)
                && name.charAt(ID) == '.'
                && isHex(name, 0, ID)
                && isHex(name, ID + 1, ID + 1 + TOKEN);
    }

    private static boolean isHex(String name, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
