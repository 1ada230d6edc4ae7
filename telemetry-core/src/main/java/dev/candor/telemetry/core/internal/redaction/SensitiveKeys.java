package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;

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

    private static final long[] STRONG_TOKENS = packed(
            "password passwd passwort pwd passphrase passcode secret secrets apikey credential credentials cred creds "
                    + "privatekey accesskey secretkey authtoken accesstoken clientsecret mnemonic cvv cvc authkey "
                    + "connectionstring refreshtoken idtoken ssn signingkey encryptionkey masterkey sessionkey srt");
    private static final long[] WEAK_TOKENS = packed(
            "token pass pin auth authorization cookie cookies session sessionid sid jwt bearer sig signature csrf xsrf "
                    + "otp totp accessid sas pat oauth pw license setcookie webhook hmac seed dsn");
    private static final long[] HINT_TOKENS = packed("key keys tokens login salt nonce cert certificate");
    private static final long[] QUALIFIERS = packed(
            "api access secret private auth encryption signing account master subscription client ssh deploy service "
                    + "shared storage app application consumer admin license crypt cipher aes rsa hmac bot user write "
                    + "server integration publishable iam vault sas gpg pgp session security"
                    + " x ingest feature project dsa ecdsa ed functions host bearer");
    /** A name that ends with one of these speaks about a secret and holds none. */
    private static final long[] ABOUT = packed(
            "type count length len size name names url uri endpoint path file dir enabled disabled required policy "
                    + "expiry expires expiration ttl timeout index version format limit max min status state error "
                    + "field fields method mode algorithm provider store alias arn label rotation created updated at "
                    + "in attempts strength pressed code event listener handler column usage used age validator"
                    + " manager service factory provider repository controller exception filter class");

    private static final String[] ENDINGS = {
        "password", "passwd", "passphrase", "secret", "apikey", "accesskey", "secretkey", "privatekey", "token"
    };

    private SensitiveKeys() {}

    static int of(String name) {
        return of(name.toCharArray(), 0, name.length());
    }

    /** The level of the name in this range. */
    static int of(char[] chars, int from, int to) {
        int level = NONE;
        boolean qualified = false;
        long last = 0;
        int i = from;
        while (i < to) {
            int end = tokenEnd(chars, i, to);
            long code = code(chars, i, end);
            if (code != 0) {
                level = Math.max(level, levelOf(chars, i, end, code, qualified));
                qualified = in(QUALIFIERS, code);
                last = code;
            }
            i = Math.max(end, i + 1);
        }
        return level > HINT && in(ABOUT, last) ? HINT : level;
    }

    private static int levelOf(char[] chars, int from, int to, long code, boolean qualified) {
        if (in(STRONG_TOKENS, code)) {
            return STRONG;
        }
        if (in(WEAK_TOKENS, code)) {
            return WEAK;
        }
        if (in(HINT_TOKENS, code)) {
            boolean key = Ascii.lower(chars[from]) == 'k';
            return qualified && key ? STRONG : HINT;
        }
        for (String ending : ENDINGS) {
            int start = to - ending.length();
            if (start > from && Ascii.says(chars, start, to, ending)) {
                return ending.length() == 5 ? WEAK : STRONG;
            }
        }
        return NONE;
    }

    /** The end of the token that starts at {@code i}; {@code i} itself between tokens. */
    static int tokenEnd(char[] chars, int i, int to) {
        int end = i;
        while (end < to && letter(chars[end])) {
            boolean upper = isUpper(chars[end]);
            boolean hump = end > i && upper && !isUpper(chars[end - 1]);
            boolean lastOfAcronym =
                    end > i && upper && end + 1 < to && isUpper(chars[end - 1]) && isLower(chars[end + 1]);
            if (hump || lastOfAcronym) {
                break;
            }
            end++;
        }
        return end;
    }

    /** A token of up to twelve letters as one number, a longer one as its first twelve and its length. */
    static long code(char[] chars, int from, int to) {
        long code = 0;
        int end = Math.min(to, from + 12);
        for (int i = from; i < end; i++) {
            code = code << 5 | (chars[i] & 31);
        }
        return to - from > 12 ? code * 31 + (to - from) : code;
    }

    static boolean in(long[] sorted, long code) {
        return Arrays.binarySearch(sorted, code) >= 0;
    }

    static long[] packed(String words) {
        String[] all = words.split(" ", -1);
        long[] codes = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            char[] chars = all[i].toCharArray();
            codes[i] = code(chars, 0, chars.length);
        }
        Arrays.sort(codes);
        return codes;
    }

    private static boolean letter(char c) {
        return isLower(c) || isUpper(c);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
