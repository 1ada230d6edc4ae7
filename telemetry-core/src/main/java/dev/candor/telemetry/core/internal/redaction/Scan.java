package dev.candor.telemetry.core.internal.redaction;

import org.jspecify.annotations.Nullable;

/**
 * One walk over one view of a text, from left to right.
 *
 * <p>Words and a few trigger characters wake rules; a rule that matches adds a span and says where to go on. Every rule
 * either consumes what it looked at or looks at a bounded number of characters, which keeps the walk linear. Rules are
 * static so that a rule's class is loaded only when something wakes it.
 */
final class Scan {

    /** The longest that a rule may look back or ahead without consuming. */
    static final int REACH = 96;

    char[] text = new char[0];
    int length;

    /** Where the run of base64 characters ends that the entropy rule judged last. */
    int runEnd;

    /** Something here may say more once it is decoded. */
    boolean encoded;

    /** Something here may be a part of an encoding; whether it is, or anything else, must be looked at. */
    boolean suspect;

    final Randomness randomness = new Randomness();
    final DigitGroups cardDigits = new DigitGroups(20, true);
    final DigitGroups phoneDigits = new DigitGroups(16, false);

    private final KnownIndex known;
    private final Spans spans;
    private int @Nullable [] origin;
    private int atFrom;
    private int atFound;
    private int pemFrom;
    private int pemFound;

    /** As far as query parameters and cookies were looked at; what lies before is still walked for other rules. */
    int pairsEnd;

    /** The manifest that this text is was looked at. */
    boolean kubernetes;

    Scan(KnownIndex known, Spans spans) {
        this.known = known;
        this.spans = spans;
    }

    /** Takes a text of its own. */
    void load(String string) {
        length = string.length();
        if (text.length < length) {
            text = new char[Math.max(length, 256)];
        }
        string.getChars(0, length, text, 0);
        origin = null;
        reset();
    }

    /** Takes a text that was rewritten, and gives the old one's buffer. */
    char[] exchange(char[] rewritten, int size) {
        char[] before = text;
        text = rewritten;
        length = size;
        reset();
        return before;
    }

    String string() {
        return new String(text, 0, length);
    }

    /** Takes a decoded view; {@code map} says where each character came from, with one entry more for the end. */
    void load(char[] view, int size, int[] map) {
        text = view;
        length = size;
        origin = map;
        reset();
    }

    private void reset() {
        runEnd = 0;
        encoded = false;
        suspect = false;
        kubernetes = false;
        pairsEnd = 0;
        atFrom = Integer.MAX_VALUE;
        pemFrom = Integer.MAX_VALUE;
        cardDigits.reset();
        phoneDigits.reset();
    }

    int originOf(int index) {
        int[] map = origin;
        return map == null ? index : map[index];
    }

    void run() {
        // what wakes nothing is passed over right here: most of a text
        char[] chars = text;
        int size = length;
        int i = 0;
        while (i < size) {
            char c = chars[i];
            if (c >= 128) {
                i = wide(i, c);
            } else if ((Ascii.plainBits(c) & Ascii.ALNUM) != 0) {
                i = word(i);
            } else if (known.wakes(c)) {
                i = mark(i, c);
            } else {
                i++;
            }
        }
    }

    /** Whether a decoded view would say anything else than this one. */
    boolean isEncoded() {
        return encoded || (suspect && DecodedView.differs(this));
    }

    private int word(int start) {
        char[] chars = text;
        int size = length;
        int mask = 0;
        int end = start;
        int bits = Ascii.bits(chars[start]);
        do {
            mask |= bits;
            end++;
            bits = end < size ? Ascii.bits(chars[end]) : 0;
        } while ((bits & Ascii.ALNUM) != 0);
        if ((mask & Ascii.WIDE) != 0) {
            encoded = encoded || Lookalikes.in(chars, start, end);
        }
        return Words.at(this, start, end, mask);
    }

    private int wide(int i, char c) {
        if (Ascii.alnum(c)) {
            return word(i);
        }
        int end = known.leads(c) ? knownAt(i) : 0;
        if (end > i) {
            return end;
        }
        suspect |= Character.isSurrogate(c);
        encoded = encoded || Lookalikes.hides(c);
        return i + 1;
    }

    private int mark(int i, char c) {
        int end = known.mayStart(this, i, c) ? knownAt(i) : 0;
        if (end > i) {
            return end;
        }
        if ((Ascii.plainBits(c) & Ascii.SPACE) != 0) {
            encoded |= (Ascii.plainBits(c) & Ascii.CODED) != 0;
            return i + 1;
        }
        return Marks.at(this, i, c);
    }

    /** Whether a known value, a token's prefix or a telling word may start with these three characters. */
    boolean interesting(int start) {
        return start + 2 < length
                ? known.interesting(text[start], text[start + 1], text[start + 2])
                : known.interesting(text[start], charAt(start + 1), '\0');
    }

    /** Removes the known value that starts here; its end, or -1. */
    int knownAt(int start) {
        return known.removeAt(this, start);
    }

    void remove(int start, int end, Placeholder placeholder) {
        if (end > start && !Placeholder.fills(text, start, end)) {
            spans.add(originOf(start), originOf(end), placeholder);
        }
    }

    char charAt(int i) {
        return i >= 0 && i < length ? text[i] : '\0';
    }

    boolean wordBefore(int i) {
        return i > 0 && Ascii.alnum(text[i - 1]);
    }

    boolean wordAt(int i) {
        return i < length && Ascii.alnum(text[i]);
    }

    int wordEnd(int i) {
        int end = i;
        while (end < length && Ascii.alnum(text[end])) {
            end++;
        }
        return end;
    }

    int blanks(int i, int atMost) {
        int end = i;
        while (end < length && end - i < atMost && (text[end] == ' ' || text[end] == '\t')) {
            end++;
        }
        return end;
    }

    int lineEnd(int i) {
        int end = i;
        while (end < length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    int blankFrom(int i) {
        int end = i;
        while (end < length && !Ascii.space(text[end])) {
            end++;
        }
        return end;
    }

    /** The first {@code @} from here on, or the length; remembered, so that asking again costs nothing. */
    int nextAt(int from) {
        if (from < atFrom || from > atFound) {
            atFrom = from;
            atFound = find('@', from);
        }
        return atFound;
    }

    /** The first line that ends an armoured key, from here on, or the length; remembered. */
    int nextPemEnd(int from) {
        if (from < pemFrom || from > pemFound) {
            pemFrom = from;
            int i = find('-', from);
            while (i < length && !Ascii.startsWith(text, i, length, "-----END")) {
                i = find('-', i + 1);
            }
            pemFound = i;
        }
        return pemFound;
    }

    private int find(char what, int from) {
        int i = from;
        while (i < length && text[i] != what) {
            i++;
        }
        return i;
    }
}
