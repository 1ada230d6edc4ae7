package dev.candor.telemetry.picocli;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code telemetry}: what is collected, who decided, what waits, what was sent; and the switches.
 *
 * <p>Exit codes: 0; 1 when a switch is overridden by something stronger, or a flush left something waiting; 2 for wrong usage.
 */
@Command(
        name = "telemetry",
        description = "Shows and switches what this tool reports.",
        mixinStandardHelpOptions = true)
public final class TelemetryCommand implements Callable<Integer> {
    private static final int OVERRIDDEN = 1;

    private final Candor candor;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the status as JSON with a stable form.")
    private boolean json;

    /** The command of one tool. */
    public TelemetryCommand(Candor candor) {
        this.candor = candor;
    }

    @Override
    public Integer call() {
        return status(json);
    }

    /** Prints the status. */
    @Command(name = "status", description = "What is collected, who decided, how the backends are, what waits.")
    public int status(@Option(names = "--json", description = "Print it as JSON with a stable form.") boolean asJson) {
        Status status = candor.control().status();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(StatusText.json(status));
        } else {
            StatusText.print(candor.name(), status, out);
        }
        out.flush();
        return 0;
    }

    /** Records a yes. */
    @Command(name = "on", description = "Allow telemetry.")
    public int on(
            @Option(
                            names = "--purpose",
                            paramLabel = "<purpose>",
                            converter = PurposeName.class,
                            description = "usage or errors; both unless given.")
                    @Nullable
                    List<Purpose> purposes) {
        return switched(candor.control().on(set(purposes)));
    }

    /** Records a no. */
    @Command(name = "off", description = "Forbid telemetry, and remove what waits.")
    public int off(
            @Option(
                            names = "--purpose",
                            paramLabel = "<purpose>",
                            converter = PurposeName.class,
                            description = "usage or errors; both unless given.")
                    @Nullable
                    List<Purpose> purposes) {
        return switched(candor.control().off(set(purposes)));
    }

    /** Prints what would be sent. */
    @Command(name = "show", description = "Print the exact posts that would be made for what is waiting.")
    public int show() {
        PrintWriter out = spec.commandLine().getOut();
        PostText.print(candor.control().show(), out);
        out.flush();
        return 0;
    }

    /** Prints what was sent. */
    @Command(name = "log", description = "Print what was posted, when, to whom, and the answer.")
    public int log(
            @Option(names = "--last", paramLabel = "<number>", defaultValue = "20", description = "How many posts.")
                    int last) {
        PrintWriter out = spec.commandLine().getOut();
        PostText.printReceipts(candor.control().log(last), out);
        out.flush();
        return 0;
    }

    /** Delivers what waits. */
    @Command(name = "flush", description = "Deliver what is waiting now.")
    public int flush(
            @Option(
                            names = "--timeout",
                            paramLabel = "<seconds>",
                            defaultValue = "30",
                            description = "For how many seconds at most.")
                    int seconds) {
        Delivery delivery = candor.control().flush(Duration.ofSeconds(Math.max(0, seconds)));
        PrintWriter err = spec.commandLine().getErr();
        err.println("delivered " + delivery.delivered() + ", waiting " + delivery.waiting()
                + (delivery.dropped().isEmpty() ? "" : ", dropped " + delivery.dropped()));
        err.flush();
        return delivery.complete() ? 0 : OVERRIDDEN;
    }

    /** Removes what waits. */
    @Command(name = "purge", description = "Remove what is waiting, the journal and the previews.")
    public int purge() {
        candor.control().purge();
        return said("Removed everything that was waiting.");
    }

    /** Forgets the id. */
    @Command(name = "reset-id", description = "Forget the installation's id; the next event gets a new one.")
    public int resetId() {
        candor.control().resetId();
        return said("The id is forgotten.");
    }

    /** Prints the catalogue. */
    @Command(name = "docs", description = "Print every event and attribute that can be sent, and why.")
    public int docs(@Option(names = "--schema", description = "Print it as JSON Schema.") boolean schema) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(schema ? candor.control().schema() : candor.control().docs());
        out.flush();
        return 0;
    }

    private int switched(Control.Switched switched) {
        for (String message : switched.messages()) {
            said(message);
        }
        return switched.effective() ? 0 : OVERRIDDEN;
    }

    private int said(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return 0;
    }

    private static Set<Purpose> set(@Nullable List<Purpose> purposes) {
        return purposes == null || purposes.isEmpty() ? Set.of() : EnumSet.copyOf(purposes);
    }
}
