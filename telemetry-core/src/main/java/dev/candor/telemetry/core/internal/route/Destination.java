package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.SettingValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A backend with settings and an audience: where signals of some purposes go.
 *
 * @param backend the backend's name
 * @param audience whom it belongs to
 * @param own whether its settings are the user's own rather than the tool's
 * @param purposes what goes there
 * @param settings the values, by setting name
 * @param fingerprint what stands for it in a frame: keyed, so that a spool tells nothing of a key
 */
public record Destination(
        String backend,
        Audience audience,
        boolean own,
        Set<Purpose> purposes,
        Map<String, SettingValue> settings,
        long fingerprint) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Copies the collections. */
    public Destination {
        purposes = Set.copyOf(purposes);
        settings = Map.copyOf(settings);
    }

    /** The destination with the fingerprint that {@code hash} gives it. */
    static Destination of(
            String backend,
            Audience audience,
            boolean own,
            Set<Purpose> purposes,
            Map<String, SettingValue> settings,
            SipHash hash) {
        StringBuilder identity = new StringBuilder(backend).append('\n').append(audience.name());
        for (Map.Entry<String, SettingValue> setting : new TreeMap<>(settings).entrySet()) {
            identity.append('\n')
                    .append(setting.getKey())
                    .append('=')
                    .append(setting.getValue().value());
        }
        long fingerprint = hash.hash(identity.toString().getBytes(StandardCharsets.UTF_8));
        return new Destination(backend, audience, own, purposes, settings, fingerprint);
    }

    /** What stands for one purpose of it in frames: each purpose is read alone, since each can be forbidden alone. */
    public long fingerprint(Purpose purpose) {
        return fingerprint ^ GOLDEN * purpose.name().hashCode();
    }

    /** What people call it: the backend's name, with the audience where both have one. */
    public String label() {
        return audience == Audience.OWNER ? backend + " (owner)" : backend;
    }

    /** Whose data signals of {@code purpose} that go here are: an owner's own PostHog still gets what the maintainer's would. */
    public Audience lane(Purpose purpose) {
        return purpose == Purpose.ERRORS ? audience : purpose.audience();
    }

    /** Whether signals of {@code purpose} in {@code lane} go here. */
    public boolean takes(Purpose purpose, Audience lane) {
        return lane(purpose) == lane && purposes.contains(purpose);
    }
}
