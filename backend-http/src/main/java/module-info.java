/** The post that every backend shares, and what its answer means. */
module dev.candor.telemetry.http {
    requires transitive dev.candor.telemetry;
    requires static org.jspecify;

    exports dev.candor.telemetry.http;
}
