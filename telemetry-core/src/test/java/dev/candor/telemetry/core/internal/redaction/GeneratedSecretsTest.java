package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The shares that the redactor promises, on strings that are drawn anew for each seed. */
class GeneratedSecretsTest {

    private static final long SEED = Long.getLong("candor.redaction.seed", 20261128);
    private static final int OF_EACH = 40;

    private final Redactor redactor = Redactor.builder().build();

    @Test
    void secrets_ofManyKinds_areGoneAndTheirContextStays() {
        SecretGenerator generator = new SecretGenerator(SEED);
        List<String> leaks = new ArrayList<>();
        List<String> losses = new ArrayList<>();

        List<SecretGenerator.Sample> samples = generator.samples(OF_EACH);
        for (SecretGenerator.Sample each : samples) {
            String redacted = redactor.redact(each.text());
            if (each.secrets().stream().anyMatch(secret -> leaks(secret, redacted))) {
                leaks.add(each.kind() + ": " + each.text() + " -> " + redacted);
            }
            if (!each.kept().stream().allMatch(redacted::contains)) {
                losses.add(each.kind() + ": " + each.text() + " -> " + redacted);
            }
        }

        assertThat(generator.kinds()).isGreaterThanOrEqualTo(40);
        assertThat(leaks).as("leaked").hasSizeLessThanOrEqualTo(samples.size() / 100);
        assertThat(losses).as("lost their context").hasSizeLessThanOrEqualTo(samples.size() * 3 / 100);
    }

    @Test
    void benignTexts_ofManyKinds_areIntact() {
        Random random = new Random(SEED);
        List<String> damaged = new ArrayList<>();

        List<String> texts = BenignTexts.draw(random, OF_EACH);
        for (String each : texts) {
            String redacted = redactor.redact(each);
            if (!redacted.equals(each)) {
                damaged.add(each + " -> " + redacted);
            }
        }

        assertThat(damaged).as("damaged").hasSizeLessThanOrEqualTo(texts.size() * 2 / 100);
    }

    private static boolean leaks(String secret, String redacted) {
        if (redacted.contains(secret)) {
            return true;
        }
        for (int i = 0; secret.length() >= 16 && i + 12 <= secret.length(); i++) {
            if (redacted.contains(secret.substring(i, i + 12))) {
                return true;
            }
        }
        return false;
    }
}
