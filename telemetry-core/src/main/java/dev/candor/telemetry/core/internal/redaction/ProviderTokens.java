package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;

/**
 * Tokens that their issuer marks with a prefix.
 *
 * <p>A line names a prefix, the least number of characters behind it, and what they are: {@code w} letters, digits, dash
 * and underscore; {@code d} these and dots; {@code b} these and the rest of base64; {@code a} letters and digits; {@code x}
 * hexadecimal, to the word's end; {@code r} as {@code w}, but with a digit, because words may follow the prefix as well.
 */
final class ProviderTokens {

    private static final String LINES = "ghp_ 20 w|gho_ 20 w|ghu_ 20 w|ghs_ 20 w|ghr_ 20 w|github_pat_ 22 w|"
            // GitLab
            + "glpat- 16 d|gldt- 16 w|glft- 16 w|glsoat- 16 w|glrt- 16 d|glrtr- 16 d|glcbt- 16 w|glptt- 16 w|glagent- 16 w|"
            + "gloas- 16 w|glimt- 16 w|glffct- 16 w|GR1348941 16 w|_gitlab_session= 16 w|"
            // clouds
            + "AKIA 12 a|ASIA 12 a|ABIA 12 a|ACCA 12 a|AGPA 12 a|AIDA 12 a|AROA 12 a|AIPA 12 a|ANPA 12 a|ANVA 12 a|A3T 16 a|"
            + "ABSK 24 b|bedrock-api-key- 16 b|AIza 30 w|ya29. 16 d|GOCSPX- 16 w|1//0 20 w|LTAI 16 a|dop_v1_ 32 w|doo_v1_ 32 w|"
            + "dor_v1_ 32 w|v1.0- 40 w|HRKU- 20 w|dapi 32 x|tkn_ 20 r|ops_eyJ 20 b|A3- 20 r|fm1r_ 20 b|fm2_ 20 b|fm1a_ 20 b|fo1_ 20 w|"
            + "LKIA 16 a|scw- 20 r|SCW 17 a|ocid1. 30 d|rpa_ 30 a|FlyV1 20 b|nfp_ 20 w|vcp_ 20 w|rnd_ 20 a|railway_ 20 r|"
            // chat and mail
            + "xoxb- 8 d|xoxp- 8 d|xoxa- 8 d|xoxo- 8 d|xoxr- 8 d|xoxs- 8 d|xoxe- 8 d|xoxe. 8 d|xoxc- 8 d|xoxd- 8 b|xapp- 8 d|xwfp- 8 d|"
            + "SG. 20 d|key- 32 x|pubkey- 32 x|xkeysib- 20 w|xsmtpsib- 20 w|SK 32 x|AC 32 x|MG 32 x|re_ 20 r|EAAA 24 w|EAAC 24 a|EAAG 24 a|"
            + "EAAM 24 a|"
            // payment
            + "sk_live_ 8 w|sk_test_ 8 w|sk_prod_ 8 w|rk_live_ 8 w|rk_test_ 8 w|rk_prod_ 8 w|pk_live_ 8 w|pk_test_ 8 w|pk_prod_ 8 w|"
            + "whsec_ 16 b|sq0atp- 16 w|sq0csp- 16 w|sq0idp- 16 w|sq0idb- 16 w|live_ 24 r|test_ 24 r|FLWSECK 16 w|FLWPUBK 16 w|"
            + "access_token$ 24 d|shppa_ 16 w|shpat_ 16 w|shpca_ 16 w|shpss_ 16 w|shptka_ 16 w|shpua_ 16 w|EZAK 32 a|EZTK 32 a|"
            + "shippo_live_ 20 w|shippo_test_ 20 w|duffel_ 20 w|plaid- 20 r|access-sandbox- 20 w|access-production- 20 w|"
            + "access-development- 20 w|rzp_live_ 10 w|rzp_test_ 10 w|sk_ 20 r|pk_ 20 r|"
            // models
            + "sk-ant- 16 w|sk-proj- 16 w|sk-svcacct- 16 w|sk-admin- 16 w|sk-or- 16 w|sk-lf- 16 w|pk-lf- 16 w|sk- 20 r|hf_ 16 a|"
            + "api_org_ 16 a|r8_ 20 a|gsk_ 20 a|pplx- 20 a|xai- 20 w|nvapi- 20 w|lsv2_ 16 w|tvly- 16 w|pa- 32 r|jina_ 20 w|"
            + "csk- 20 r|fw_ 20 a|together_ 20 r|apify_api_ 20 a|cohere_ 20 r|e2b_ 20 a|wandb_v1_ 20 w|bl_ 24 a|"
            // packages and code
            + "npm_ 20 a|pypi- 16 w|rubygems_ 16 a|cio 32 a|CLOJARS_ 20 a|dckr_pat_ 16 w|dckr_oat_ 16 w|AKC 10 a|cmVmd 20 b|sqp_ 20 a|"
            + "squ_ 20 a|sqa_ 20 a|sgp_ 20 w|slk_ 20 a|sntrys_ 16 b|sntryu_ 16 a|sntrya_ 16 a|sntryi_ 16 a|ATATT3 16 b|ATCTT3 16 b|ATBB 20 a|BBDC- 20 w|"
            + "ATSTT3 16 b|CFPAT- 20 w|CCIPAT_ 16 w|CCIPRJ_ 16 w|perm: 20 b|perm- 20 b|oy2 40 a|bkua_ 20 a|bkat_ 20 a|tskey- 16 w|"
            + "snyk_ 20 r|uat. 20 r|"
            // observation
            + "glsa_ 16 w|glc_ 16 b|NRAK- 16 w|NRJS- 16 w|NRII- 16 w|NRSP- 16 w|NRAA- 16 w|phc_ 16 w|phx_ 16 w|phs_ 16 w|dt0c01. 16 d|dt0s 20 d|"
            + "hlb_ 20 a|hcaik_ 20 w|hcaok_ 20 w|hcxik_ 20 w|hcxlk_ 20 w|ddapp_ 20 r|PMAK- 16 w|PMAT- 16 w|rdme_ 16 a|"
            // data and secrets
            + "hvs. 16 d|hvb. 16 d|hvr. 16 d|s. 24 r|b.AAAA 20 d|r.AAAA 20 d|dp.pt. 16 w|dp.ct. 16 w|dp.st. 16 d|dp.sa. 16 w|dp.scim. 16 w|"
            + "dp.audit. 16 w|pscale_tkn_ 16 d|pscale_pw_ 16 d|pscale_oauth_ 16 d|pul- 32 a|sbp_ 20 a|sb_secret_ 16 w|"
            + "sb_publishable_ 16 w|AGE-SECRET-KEY-1 16 a|p8e- 24 a|napi_ 20 a|neon_ 20 r|ico- 24 a|dsk- 20 r|ELEVENLABS 20 r|"
            // work
            + "lin_api_ 16 a|lin_oauth_ 16 a|secret_ 32 a|ntn_ 16 a|figd_ 16 w|figu_ 16 w|tk-us- 16 w|tfp_ 16 w|fio-u- 16 w|"
            + "sm_pat_ 16 w|sm_aat_ 16 w|sm_sat_ 16 w|s-s4t2 16 w|pnu_ 16 a|pat- 20 r|API- 24 a|T1RYS 20 b|zaCE 20 r|"
            + "ZETTLE 20 r|asana_ 20 r|hubspot_ 20 r|CFPA 20 w|mapbox. 20 r|pk.eyJ 20 d|sk.eyJ 20 d|tk.eyJ 20 d|pk.ey 20 d|sk.ey 20 d|"
            + "ak_ 24 r|sess_ 24 r|uk_ 24 r|sha256~ 20 w|eyJ 14 d|ZXlK 20 b|MII 60 b";

    private static final String[] PREFIXES;
    // the first two characters of each, and the last line that begins with two, or -1
    private static final short[] PAIRS;
    private static final short[] LAST = new short[1 << 14];
    private static final int[] LEAST;
    private static final char[] KINDS;

    static {
        String[] lines = LINES.split("\\|", -1);
        Arrays.sort(lines);
        PREFIXES = new String[lines.length];
        PAIRS = new short[lines.length];
        Arrays.fill(LAST, (short) -1);
        LEAST = new int[lines.length];
        KINDS = new char[lines.length];
        for (int i = 0; i < lines.length; i++) {
            int first = lines[i].indexOf(' ');
            int second = lines[i].indexOf(' ', first + 1);
            PREFIXES[i] = lines[i].substring(0, first);
            LEAST[i] = Integer.parseInt(lines[i].substring(first + 1, second));
            KINDS[i] = lines[i].charAt(second + 1);
            PAIRS[i] = (short) pair(PREFIXES[i].charAt(0), PREFIXES[i].charAt(1));
            LAST[PAIRS[i]] = (short) i;
        }
    }

    private ProviderTokens() {}

    static String[] prefixes() {
        return PREFIXES.clone();
    }

    /** The end of the token that starts here, or 0. */
    static int at(Scan s, int start) {
        char first = s.text[start];
        char second = s.charAt(start + 1);
        if (first >= 128 || second >= 128) {
            return 0;
        }
        int pair = pair(first, second);
        // of two prefixes that fit, the longer one sorts later
        for (int i = LAST[pair]; i >= 0 && PAIRS[i] == pair; i--) {
            if (Ascii.startsWith(s.text, start, s.length, PREFIXES[i])) {
                int end = end(s, start + PREFIXES[i].length(), LEAST[i], KINDS[i]);
                if (end > 0) {
                    s.remove(start, end, PREFIXES[i].equals("eyJ") ? Placeholder.JWT : Placeholder.TOKEN);
                    return end;
                }
            }
        }
        return 0;
    }

    private static int pair(char first, char second) {
        return first << 7 | second;
    }

    private static int end(Scan s, int from, int least, char kind) {
        int i = from;
        int all = 0;
        // looks no further than it must before it is sure, so that a long run that is no token is not read again and
        // again
        while (i - from < least) {
            if (i >= s.length || !belongs(s.text[i], kind)) {
                return 0;
            }
            all |= Ascii.bits(s.text[i++]);
        }
        boolean mixed = (all & Ascii.DIGIT) != 0 && (all & (Ascii.LOWER | Ascii.UPPER)) != 0;
        if (kind == 'r' && (!mixed || !s.randomness.in(s.text, from, i, Math.min(16, least)))) {
            return 0;
        }
        while (i < s.length && belongs(s.text[i], kind)) {
            i++;
        }
        if (kind == 'x' && s.wordAt(i)) {
            return 0;
        }
        while (i > from && (s.text[i - 1] == '.' || s.text[i - 1] == '/')) {
            i--;
        }
        return i;
    }

    private static boolean belongs(char c, char kind) {
        if (Ascii.alnum(c)) {
            return c < 128 && (kind != 'x' || Ascii.hex(c));
        }
        if (kind == 'x' || kind == 'a') {
            return false;
        }
        if (c == '_' || c == '-') {
            return true;
        }
        return kind != 'w'
                && kind != 'r'
                && (c == '.' || (kind == 'b' && (c == '+' || c == '/' || c == '=' || c == '~' || c == '%')));
    }
}
