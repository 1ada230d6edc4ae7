package dev.candor.telemetry.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.files.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {

    private static final UUID EVENT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @TempDir
    Path folder;

    private Identities identities() {
        return new Identities(folder, new Home(folder), Entropy.ofTheSystem(), () -> true);
    }

    @Test
    void none_event_isLeftToItsOwnId() {
        Identity none = identities().identity(IdentityMode.NONE, null);

        assertThat(none.distinctId(EVENT, 0)).isEmpty();
    }

    @Test
    void event_manyEvents_neverShareAnId() {
        Identity each = identities().identity(IdentityMode.EVENT, null);
        Identity otherProcess = identities().identity(IdentityMode.EVENT, null);
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 50_000; i++) {
            ids.add(each.distinctId(EVENT, 0));
            ids.add(otherProcess.distinctId(EVENT, 0));
        }

        assertThat(ids).hasSize(100_000).allMatch(id -> Hex.is(id, 32));
    }

    @Test
    void run_oneRun_sharesAnIdAndTheNextHasAnother() {
        Identity run = identities().identity(IdentityMode.RUN, null);
        Identity next = identities().identity(IdentityMode.RUN, null);

        String id = run.distinctId(EVENT, 0);

        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(run.distinctId(EVENT, 1));
        assertThat(next.distinctId(EVENT, 0)).isNotEqualTo(id);
        run.forget();
        assertThat(run.distinctId(EVENT, 0)).isNotEqualTo(id);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void install_noDisk_isRun() {
        Identities nowhere = new Identities(null, new Home(null), Entropy.ofTheSystem(), () -> true);

        assertThat(nowhere.identity(IdentityMode.INSTALL, null).mode()).isEqualTo(IdentityMode.RUN);
        NameHash hashes = nowhere.hashes(true);
        assertThat(hashes.of("a"))
                .isEqualTo(hashes.of("a"))
                .isNotEqualTo(nowhere.hashes(true).of("a"));
        String before = hashes.of("a");
        hashes.forget();
        assertThat(hashes.of("a")).isNotEqualTo(before);
        nowhere.forgetFiles();
    }

    @Test
    void limit_shortLivedPlace_isRunAtMostUnlessTheToolNamesAFolder() {
        assertThat(Identities.limit(IdentityMode.INSTALL, true, false)).isEqualTo(IdentityMode.RUN);
        assertThat(Identities.limit(IdentityMode.INSTALL, true, true)).isEqualTo(IdentityMode.INSTALL);
        assertThat(Identities.limit(IdentityMode.INSTALL, false, false)).isEqualTo(IdentityMode.INSTALL);
        for (IdentityMode less : Set.of(IdentityMode.NONE, IdentityMode.EVENT, IdentityMode.RUN)) {
            assertThat(Identities.limit(less, true, false)).isEqualTo(less);
        }
    }

    @Test
    void sipHash_publishedVector_isMet() {
        byte[] key = new byte[16];
        for (int i = 0; i < 16; i++) {
            key[i] = (byte) i;
        }

        assertThat(new SipHash(key).of(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    /** RFC 4231, test cases 1, 2 and 6. */
    @Test
    void hmac_publishedVectors_areMet() {
        assertThat(hmac("0b".repeat(20), "Hi There"))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(hmac("4a656665", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(hmac("aa".repeat(131), "Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void hashes_keptKey_areTheSameInTheNextRunAndNotPlain() {
        String first = identities().hashes(true).of("orders");

        assertThat(identities().hashes(true).of("orders")).isEqualTo(first).matches("[0-9a-f]{32}");
        assertThat(identities().hashes(true).of("Orders")).isNotEqualTo(first);
        assertThat(identities().hashes(false).of("orders")).isNotEqualTo(first);
    }

    private static String hmac(String key, String message) {
        byte[] mac = new Hmac(Hex.bytes(key)).of(message.getBytes(StandardCharsets.US_ASCII));
        return Hex.of(mac, mac.length);
    }
}
