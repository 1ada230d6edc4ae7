/** Receivers, signals and a contract for backends, and what an adopter's tests need. */
module dev.candor.telemetry.testkit {
    requires transitive dev.candor.telemetry;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive com.google.protobuf;
    requires transitive io.opentelemetry.proto;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires java.logging;
    requires static org.jspecify;

    exports dev.candor.telemetry.testkit;
}
