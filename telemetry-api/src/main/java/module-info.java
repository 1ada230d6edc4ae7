/** The types that applications and backends compile against. */
module dev.candor.telemetry {
    requires static transitive org.jspecify;

    exports dev.candor.telemetry;
    exports dev.candor.telemetry.spi;

    uses dev.candor.telemetry.spi.BackendProvider;
}
