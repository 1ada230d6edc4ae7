package dev.candor.telemetry.core.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose settings lead to which destinations. */
class RoutePlannerTest {
    private static final Set<Purpose> BOTH = EnumSet.of(Purpose.USAGE, Purpose.ERRORS);
    private static final BackendSpec SEGMENT = new BackendSpec(
            "segment",
            List.of(new Setting("write_key", true, true, ""), new Setting("endpoint", false, false, "")),
            EnumSet.of(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES),
            Set.of());
    private static final BackendSpec SENTRY = new BackendSpec(
            "sentry",
            List.of(new Setting("dsn", true, true, "")),
            EnumSet.of(Purpose.ERRORS, Purpose.TRACES, Purpose.LOGS),
            EnumSet.of(Purpose.ERRORS, Purpose.TRACES, Purpose.LOGS));
    private static final BackendSpec OTLP = new BackendSpec(
            "otlp",
            List.of(
                    new Setting("endpoint", true, false, "", "OTEL_EXPORTER_OTLP_ENDPOINT"),
                    new Setting("headers", false, true, "", "OTEL_EXPORTER_OTLP_HEADERS")),
            EnumSet.allOf(Purpose.class),
            EnumSet.of(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS));

    private final Map<String, String> own = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<Maintainer> maintainers = new ArrayList<>();
    private boolean switchedOn;
    private boolean disabled;

    @Test
    void plan_maintainerAlone_isTheDestination() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs", "endpoint", "https://them"), BOTH));

        Destination only = only(plan(SEGMENT));

        assertThat(only.audience()).isEqualTo(Audience.MAINTAINER);
        assertThat(only.own()).isFalse();
        assertThat(values(only)).containsOnly(Map.entry("write_key", "theirs"), Map.entry("endpoint", "https://them"));
        assertThat(only.purposes()).isEqualTo(BOTH);
    }

    @Test
    void plan_ownKey_replacesTheMaintainersWholeDestination() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs", "endpoint", "https://them"), BOTH));
        own.put("segment_write_key", "mine");

        Destination only = only(plan(SEGMENT));

        assertThat(only.own()).isTrue();
        assertThat(values(only)).containsOnly(Map.entry("write_key", "mine"));
    }

    @Test
    void plan_ownEndpointWithoutAKey_isNeverFilledFromTheMaintainers() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs", "endpoint", "https://them"), BOTH));
        own.put("segment_endpoint", "https://me");

        RoutePlan plan = plan(SEGMENT);

        assertThat(plan.destinations()).noneMatch(each -> each.backend().equals("segment"));
        assertThat(plan.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("segment_write_key", "segment_endpoint"));
        assertThat(plan.toString()).doesNotContain("theirs");
    }

    @Test
    void plan_blankOwnKey_isNone() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs"), BOTH));
        own.put("segment_write_key", "  ");

        assertThat(only(plan(SEGMENT)).own()).isFalse();
    }

    @Test
    void plan_maintainersPurposes_holdForTheOwnKeyToo() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs"), EnumSet.of(Purpose.USAGE)));
        own.put("segment_write_key", "mine");

        assertThat(only(plan(SEGMENT)).purposes()).containsExactly(Purpose.USAGE);
    }

    @Test
    void plan_ownersDsn_standsBesideTheMaintainers() {
        maintainers.add(new Maintainer("sentry", Map.of("dsn", "https://theirs@h/1"), EnumSet.of(Purpose.ERRORS)));
        own.put("sentry_dsn", "https://mine@h/1");

        List<Destination> both = plan(SENTRY).destinations();

        assertThat(both).hasSize(2);
        assertThat(both).extracting(Destination::label).containsExactlyInAnyOrder("sentry", "sentry (owner)");
        for (Destination each : both) {
            boolean owners = each.audience() == Audience.OWNER;
            assertThat(values(each).get("dsn")).contains(owners ? "mine" : "theirs");
            assertThat(each.takes(Purpose.ERRORS, Audience.OWNER)).isEqualTo(owners);
            assertThat(each.takes(Purpose.ERRORS, Audience.MAINTAINER)).isNotEqualTo(owners);
            assertThat(each.takes(Purpose.TRACES, Audience.OWNER)).isEqualTo(owners);
        }
        assertThat(both.get(0).fingerprint()).isNotEqualTo(both.get(1).fingerprint());
    }

    @Test
    void plan_openTelemetryVariables_giveValuesAndEnableNothing() {
        variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector");
        variables.put("OTEL_EXPORTER_OTLP_HEADERS", "a=b");

        assertThat(only(plan(OTLP)).backend()).isEqualTo(RoutePlanner.PREVIEW);

        own.put("otlp_endpoint", "http://mine");
        Destination only = only(plan(OTLP));
        assertThat(values(only)).containsOnly(Map.entry("endpoint", "http://mine"), Map.entry("headers", "a=b"));
    }

    @Test
    void plan_ownersSwitchOn_variablesAloneMayNameADestination() {
        switchedOn = true;
        variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector");

        assertThat(only(plan(OTLP)).audience()).isEqualTo(Audience.OWNER);
    }

    @Test
    void plan_ownersSwitchOnWithHeadersAlone_isNoMistake() {
        switchedOn = true;
        variables.put("OTEL_EXPORTER_OTLP_HEADERS", "a=b");

        RoutePlan plan = plan(OTLP);

        assertThat(only(plan).backend()).isEqualTo(RoutePlanner.PREVIEW);
        assertThat(plan.notes()).extracting(RoutePlan.Note::state).containsExactly("unconfigured");
    }

    @Test
    void plan_openTelemetryDisabled_forbidsOtlpAndNothingElse() {
        disabled = true;
        own.put("otlp_endpoint", "http://mine");
        own.put("sentry_dsn", "https://mine@h/1");

        RoutePlan plan = plan(OTLP, SENTRY);

        assertThat(only(plan).backend()).isEqualTo("sentry");
        assertThat(plan.notes()).extracting(RoutePlan.Note::state).containsExactly("off");
    }

    @Test
    void plan_nothingSetUp_isAPreviewOfUsageAndErrors() {
        RoutePlan plan = plan(SEGMENT, SENTRY, OTLP);

        assertThat(only(plan).backend()).isEqualTo(RoutePlanner.PREVIEW);
        assertThat(only(plan).purposes()).isEqualTo(BOTH);
        assertThat(plan.notes()).extracting(RoutePlan.Note::state).containsOnly("unconfigured");
    }

    @Test
    void plan_keyWithoutItsJar_namesTheJarAndNotTheKey() {
        own.put("posthog_key", "phc_mine");

        RoutePlan plan = plan();

        assertThat(plan.notes()).hasSize(1);
        assertThat(plan.notes().get(0).state()).isEqualTo("missing");
        assertThat(plan.notes().get(0).reason())
                .contains("posthog_key", "dev.candor:backend-posthog")
                .doesNotContain("phc_mine");
    }

    @Test
    void plan_maintainersBackendWithoutItsJar_isMissing() {
        maintainers.add(new Maintainer("segment", Map.of("write_key", "theirs"), BOTH));

        RoutePlan plan = plan();

        assertThat(plan.notes()).extracting(RoutePlan.Note::state).containsExactly("missing");
        assertThat(plan.toString()).doesNotContain("theirs");
    }

    @Test
    void lanes_eachPurposeAndSetting_hasAFingerprintOfItsOwn() {
        own.put("segment_write_key", "mine");
        RoutePlan plan = plan(SEGMENT);
        own.put("segment_write_key", "other");
        RoutePlan other = plan(SEGMENT);

        assertThat(plan.lanes(Purpose.USAGE, Audience.MAINTAINER)).hasSize(1);
        assertThat(plan.lanes(Purpose.TRACES, Audience.OWNER)).isEmpty();
        assertThat(plan.lanes(Purpose.USAGE, Audience.MAINTAINER))
                .isNotEqualTo(plan.lanes(Purpose.ERRORS, Audience.MAINTAINER))
                .isNotEqualTo(other.lanes(Purpose.USAGE, Audience.MAINTAINER));
    }

    private static Destination only(RoutePlan plan) {
        assertThat(plan.destinations()).hasSize(1);
        return plan.destinations().get(0);
    }

    private static Map<String, String> values(Destination destination) {
        Map<String, String> values = new HashMap<>();
        destination.settings().forEach((name, value) -> values.put(name, value.value()));
        return values;
    }

    private RoutePlan plan(BackendSpec... specs) {
        List<BackendProvider> providers = new ArrayList<>();
        for (BackendSpec spec : specs) {
            providers.add(new SpecOnly(spec));
        }
        return RoutePlanner.plan(Discovery.of(providers), maintainers, new Source(), new SipHash(1, 2));
    }

    private final class Source implements SettingSource {
        @Override
        public Optional<SettingValue> own(String key) {
            return Optional.ofNullable(own.get(key)).map(value -> new SettingValue(key, value, "file:user"));
        }

        @Override
        public Optional<SettingValue> variable(String name) {
            return Optional.ofNullable(variables.get(name)).map(value -> new SettingValue(name, value, "env"));
        }

        @Override
        public boolean ownerSwitchedOn() {
            return switchedOn;
        }

        @Override
        public boolean openTelemetryDisabled() {
            return disabled;
        }
    }

    /** A provider that a plan only asks for its description. */
    private record SpecOnly(BackendSpec spec) implements BackendProvider {
        @Override
        public Backend open(BackendContext context) {
            throw new IllegalStateException("a plan opens nothing");
        }
    }
}
