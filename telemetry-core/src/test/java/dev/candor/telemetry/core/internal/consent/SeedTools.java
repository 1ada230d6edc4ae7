package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;

/** The four systems that Candor was made from, as rules. */
final class SeedTools {
    private SeedTools() {}

    static ConsentRules dlt() {
        return ConsentRules.forTool("dlt", "0.2.0")
                .purposes(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES, Purpose.LOGS)
                .consentKey("runtime.dlthub_telemetry")
                .settingKey("segment_write_key", "runtime.dlthub_telemetry_segment_write_key")
                .defaultFor(Purpose.USAGE, true)
                .asking(Asking.NOTICE)
                .projectDestinations()
                .build();
    }

    /** As documented: off until {@code AXOLOTL_DO_NOT_TRACK=0}, with a blocking notice; a later version is on by default. */
    static ConsentRules axolotl(String version) {
        return ConsentRules.forTool("axolotl", version)
                .purposes(Purpose.USAGE, Purpose.ERRORS)
                .defaultFor(Purpose.USAGE, true, "0.13.0")
                .defaultFor(Purpose.ERRORS, true, "0.13.0")
                .ownDoNotTrackZeroMeansYes()
                .asking(Asking.BLOCKING_NOTICE)
                .noOwnerDestinations()
                .notice(version.startsWith("0.12") ? 1 : 2, "Axolotl collects usage.")
                .build();
    }

    static ConsentRules argilla() {
        return ConsentRules.forTool("argilla", "1.20.0")
                .purposes(Purpose.USAGE, Purpose.ERRORS)
                .defaultFor(Purpose.USAGE, true)
                .defaultFor(Purpose.ERRORS, true)
                .asking(Asking.NOTICE)
                .noOwnerDestinations()
                .build();
    }

    static ConsentRules blaxel(String version) {
        return ConsentRules.forTool("blaxel", version)
                .environmentPrefix("BL")
                .purposes(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS)
                .consentKey("tracking")
                .otherKeys("tracing")
                .defaultFor(Purpose.ERRORS, true)
                .defaultFor(Purpose.ERRORS, false, "0.16.1")
                .doNotTrackZeroMeansYes()
                .openTelemetrySwitch(false, true, "BL_CLOUD")
                .formats(Format.YAML)
                .section("")
                .asking(Asking.PROMPT)
                .build();
    }
}
