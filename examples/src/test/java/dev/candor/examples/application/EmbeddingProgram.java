package dev.candor.examples.application;

import dev.candor.examples.deployer.sdk.DeployerSdk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An application around the SDK of {@code deployer}: checks a bundle, and ends with 3 where that fails. */
public final class EmbeddingProgram {
    private static final int FAILED = 3;

    private EmbeddingProgram() {}

    /**
     * Runs it.
     *
     * @param args the bundle, and the application's word on error reports, if it says one
     */
    public static void main(String[] args) throws IOException {
        int code;
        try (DeployerSdk sdk =
                args.length == 1 ? DeployerSdk.open() : DeployerSdk.open(Boolean.parseBoolean(args[1]))) {
            code = check(sdk, Path.of(args[0]));
            sdk.flush(Duration.ofSeconds(60));
        }
        System.exit(code);
    }

    private static int check(DeployerSdk sdk, Path bundle) throws IOException {
        try {
            sdk.verify(bundle);
            return 0;
        } catch (IllegalStateException damaged) {
            System.out.println("application: " + damaged.getMessage());
            return FAILED;
        }
    }
}
