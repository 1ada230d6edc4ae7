package dev.candor.examples.deployer;

import dev.candor.examples.deployer.sdk.ExpectedFailure;
import dev.candor.examples.deployer.sdk.OpenBundle;
import dev.candor.examples.deployer.sdk.Steps;
import dev.candor.examples.deployer.sdk.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deployer invoke}: the workload answers the name of a file with its checksum, once it is found to be whole. */
@Command(name = "invoke", description = "Send requests to a bundle.", mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Deployer deployer;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "What deploy has made.")
    @SuppressWarnings("NullAway.Init")
    private Path bundle;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Requests: names of files in it.")
    @SuppressWarnings("NullAway.Init")
    private List<String> requests;

    @Option(names = "--times", defaultValue = "1", description = "How often each is sent.")
    private int times;

    @Override
    public Integer call() {
        return deployer.run(telemetry -> {
            if (times < 1) {
                throw new ExpectedFailure(ExpectedFailure.Kind.USAGE, "--times is at least 1, not " + times);
            }
            try (OpenBundle open = OpenBundle.of(bundle)) {
                Workload workload = new Workload(telemetry, "checksum", (name, steps) -> answer(open, name, steps));
                for (String name : requests) {
                    for (int i = 1; i < times; i++) {
                        workload.request(name, Deployer.traceparent());
                    }
                    System.out.println(workload.request(name, Deployer.traceparent()) + "  " + name);
                }
            }
        });
    }

    private static String answer(OpenBundle bundle, String name, Steps steps) throws Exception {
        steps.step("read", name, () -> bundle.checksum(name));
        return steps.step("verify", name, () -> bundle.verified(name));
    }
}
