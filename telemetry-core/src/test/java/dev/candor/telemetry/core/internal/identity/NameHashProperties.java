package dev.candor.telemetry.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NameHashProperties {

    @Property(tries = 200)
    void hmac_anyKeyAndMessage_isTheRuntimesOwn(@ForAll byte[] key, @ForAll byte[] message) throws Exception {
        Assume.that(key.length > 0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));

        assertThat(NameHash.hmac(key, message)).isEqualTo(mac.doFinal(message));
    }
}
