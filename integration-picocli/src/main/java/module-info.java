/** The telemetry command and flags for picocli tools. */
module dev.candor.telemetry.picocli {
    requires transitive dev.candor.telemetry.core;
    requires transitive info.picocli;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports dev.candor.telemetry.picocli;

    opens dev.candor.telemetry.picocli to
            info.picocli;
}
