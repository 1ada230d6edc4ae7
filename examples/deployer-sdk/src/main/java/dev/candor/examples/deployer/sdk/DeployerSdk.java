package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The SDK inside an application.
 *
 * <p>Errors of the SDK's own are reported to its makers only where the application allows it and the person has said yes: the answer
 * that the command line recorded, in {@code ~/.deployer/config.yaml}, is read here too. The application's silence is no. Safe for use
 * by several threads.
 */
public final class DeployerSdk implements AutoCloseable {
    private final Telemetry telemetry;

    private DeployerSdk(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Opens it for an application that has not said whether errors may be reported: they are not. */
    public static DeployerSdk open() {
        return open(DeployerTelemetry.embedded());
    }

    /**
     * Opens it with the application's word.
     *
     * @param errorReports whether the person's answer decides; else nothing is reported to anybody
     */
    public static DeployerSdk open(boolean errorReports) {
        return open(DeployerTelemetry.embedded().host(errorReports));
    }

    static DeployerSdk open(Candor described) {
        return new DeployerSdk(described.open());
    }

    /** Packs {@code folder} into an archive of its name in {@code output}, which is made where it is missing. */
    public Bundle pack(Path folder, Path output) throws IOException {
        return new Packer(telemetry, "").pack(folder, output);
    }

    /** Instruments code that answers requests. */
    public Workload workload(String name, Workload.Code code) {
        return new Workload(telemetry, name, code);
    }

    /** Checks each file of a bundle against its manifest. */
    public void verify(Path bundle) throws IOException {
        telemetry.errors().run(() -> {
            try (OpenBundle open = OpenBundle.of(bundle)) {
                for (String name : open.names()) {
                    open.verified(name);
                }
            }
        });
    }

    /** Waits until reports that are under way have arrived, at most so long. */
    public void flush(Duration atMost) {
        telemetry.flush(atMost);
    }

    @Override
    public void close() {
        telemetry.close();
    }
}
