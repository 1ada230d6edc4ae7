package dev.candor.examples.deployer;

import dev.candor.examples.deployer.sdk.Bundle;
import dev.candor.examples.deployer.sdk.Packer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deployer deploy}. */
@Command(name = "deploy", description = "Pack a folder with a manifest of checksums.", mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Deployer deployer;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "What to pack.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--into", paramLabel = "FOLDER", defaultValue = "deployed", description = "Where the bundle goes.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--fail", description = "Break on the way, to see what is reported.")
    private boolean fail;

    @Override
    public Integer call() {
        return deployer.run(telemetry -> {
            Packer packer = new Packer(telemetry, Deployer.traceparent());
            Bundle bundle = (fail ? packer.broken() : packer).pack(folder, output);
            System.out.println(bundle.file() + ": " + bundle.files() + " files, " + bundle.bytes() + " bytes, sha256 "
                    + bundle.checksum());
        });
    }
}
