package dev.candor.telemetry.core.internal.redaction;

/**
 * How much a key's name says about its value.
 *
 * <p>A name is read as tokens ({@code dbPassword}, {@code DB_PASSWORD} and {@code db.password} are the same two), never
 * as a substring: {@code monkey} is not a {@code key}.
 */
final class SensitiveKeys {

    /** The value is no secret by its name. */
    static final int NONE = 0;
    /** The value is removed when it looks random. */
    static final int HINT = 1;
    /** The value is removed unless it is a number, a flag or a plain word of prose. */
    static final int WEAK = 2;
    /** The value is removed. */
    static final int STRONG = 3;

    private static final int IS_STRONG = 1;
    private static final int IS_WEAK = 2;
    private static final int IS_HINT = 4;
    private static final int QUALIFIES = 8;
    /** A name that ends with one of these speaks about a secret and holds none. */
    private static final int IS_ABOUT = 16;

    /** A name that has one of these counts or bounds something. */
    private static final int COUNTS = 32;

    private static final TokenTable TOKENS = new TokenTable()
            .with(
                    IS_STRONG,
                    "password passwd passwort pwd passphrase passcode secret secrets apikey credential credentials cred creds "
                            + "privatekey accesskey secretkey authtoken accesstoken clientsecret mnemonic cvv cvc authkey "
                            + "connectionstring refreshtoken idtoken ssn signingkey encryptionkey masterkey sessionkey")
            .with(
                    IS_WEAK,
                    "token pass pin auth authorization cookie cookies session sessionid sid jwt bearer sig signature csrf "
                            + "xsrf otp totp accessid sas pat oauth pw setcookie webhook hmac seed dsn")
            .with(IS_HINT, "key keys tokens login salt nonce cert certificate")
            .with(
                    QUALIFIES,
                    "api access secret private auth encryption signing account master subscription client ssh deploy service "
                            + "shared storage app application consumer admin license crypt cipher aes rsa hmac bot user "
                            + "write server integration publishable iam vault sas gpg pgp session security x ingest feature "
                            + "project dsa ecdsa ed functions host bearer")
            .with(COUNTS, "max min num number count total avg limit")
            .with(
                    IS_ABOUT,
                    "type count length len size name names url uri endpoint path file dir enabled disabled required policy "
                            + "expiry expires expiration ttl timeout index version format limit max min status state error "
                            + "field fields method mode algorithm provider store alias arn label rotation created updated "
                            + "at in attempts strength pressed code event listener handler column usage used age validator "
                            + "manager service factory repository controller exception filter class reader writer builder parser loader test");

    private SensitiveKeys() {}

    static int of(String name) {
        return of(name.toCharArray(), 0, name.length());
    }

    /** The level of the name in this range. */
    static int of(char[] chars, int from, int to) {
        int level = NONE;
        int last = 0;
        int any = 0;
        int i = from;
        while (i < to) {
            int end = tokenEnd(chars, i, to);
            if (end > i) {
                boolean qualified = (last & QUALIFIES) != 0;
                last = TOKENS.of(chars, i, end);
                any |= last;
                level = Math.max(level, levelOf(chars, i, end, last, qualified));
            }
            i = Math.max(end, i + 1);
        }
        return level > HINT && ((last & IS_ABOUT) != 0 || (any & COUNTS) != 0) ? HINT : level;
    }

    private static int levelOf(char[] chars, int from, int to, int flags, boolean qualified) {
        if ((flags & IS_STRONG) != 0) {
            return STRONG;
        }
        if ((flags & IS_WEAK) != 0) {
            return WEAK;
        }
        if ((flags & IS_HINT) != 0) {
            return qualified && Ascii.lower(chars[from]) == 'k' ? STRONG : HINT;
        }
        return to - from > 5 ? ofEnding(chars, from, to) : NONE;
    }

    /** Words that are written together, such as {@code PGPASSWORD}. */
    private static int ofEnding(char[] chars, int from, int to) {
        return switch (Ascii.lower(chars[to - 1])) {
            case 'd' -> ends(chars, from, to, "password") || ends(chars, from, to, "passwd") ? STRONG : NONE;
            case 'e' -> ends(chars, from, to, "passphrase") ? STRONG : NONE;
            case 't' -> ends(chars, from, to, "secret") ? STRONG : NONE;
            case 'y' ->
                ends(chars, from, to, "apikey")
                                || ends(chars, from, to, "accesskey")
                                || ends(chars, from, to, "secretkey")
                                || ends(chars, from, to, "privatekey")
                        ? STRONG
                        : NONE;
            case 'n' -> ends(chars, from, to, "token") ? WEAK : NONE;
            default -> NONE;
        };
    }

    private static boolean ends(char[] chars, int from, int to, String ending) {
        int start = to - ending.length();
        return start > from && Ascii.says(chars, start, to, ending);
    }

    /** The end of the token that starts at {@code i}; {@code i} itself between tokens. */
    static int tokenEnd(char[] chars, int i, int to) {
        int end = i;
        boolean afterUpper = true;
        while (end < to && letter(chars[end])) {
            boolean upper = chars[end] <= 'Z';
            if (upper && end > i && (!afterUpper || (end + 1 < to && isLower(chars[end + 1])))) {
                // a hump, or the last letter of an acronym, which starts the next word
                break;
            }
            afterUpper = upper;
            end++;
        }
        return end;
    }

    private static boolean letter(char c) {
        return isLower((char) (c | 0x20));
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
