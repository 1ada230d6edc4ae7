package dev.candor.telemetry.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class NameHashPropertyTest {

    @Property(tries = 500)
    void sha256_aBlockAndThenAnything_isTheRuntimesOwn(
            @ForAll @Size(Sha256.BLOCK) byte[] block, @ForAll @Size(max = 200) byte[] rest) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(block);
        digest.update(rest);

        Sha256 begun = Sha256.after(block);

        // twice: what was gone through once stands as it is
        assertThat(begun.then(rest)).isEqualTo(digest.digest()).isEqualTo(begun.then(rest));
    }

    @Example
    void sha256_everyLengthAroundTheBlocks_isTheRuntimesOwn() throws Exception {
        for (int length = 0; length < 300; length++) {
            byte[] message = new byte[length];
            Arrays.fill(message, (byte) length);

            assertThat(Sha256.of(message))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(message));
        }
    }

    @Property(tries = 200)
    void hmac_anyKeyAndMessage_isTheRuntimesOwn(@ForAll byte[] key, @ForAll byte[] message) throws Exception {
        Assume.that(key.length > 0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));

        assertThat(new Hmac(key).of(message)).isEqualTo(mac.doFinal(message));
    }
}
