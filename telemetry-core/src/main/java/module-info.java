/** The pipeline from a recorded signal to a backend. */
module dev.candor.telemetry.core {
    requires transitive dev.candor.telemetry;
    requires com.fasterxml.jackson.databind;
    requires java.management;
    requires jdk.management;
    requires org.tomlj;
    requires org.yaml.snakeyaml;
    requires static java.logging;
    requires static org.jspecify;

    exports dev.candor.telemetry.core;

    uses dev.candor.telemetry.spi.BackendProvider;
}
