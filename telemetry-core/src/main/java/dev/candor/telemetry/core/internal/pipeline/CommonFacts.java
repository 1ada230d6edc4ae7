package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.context.ResourceRequest;
import dev.candor.telemetry.core.internal.route.Maintainer;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sections of a tool's document about what goes with every event, and about what a report of an error holds. */
record CommonFacts(ToolSpec tool) {

    String markdown() {
        StringBuilder out = new StringBuilder();
        context(out);
        if (reportsErrors()) {
            errors(out);
        }
        return out.toString();
    }

    private void context(StringBuilder out) {
        out.append("""

                ## With every event

                A random id of the event and its time; name and version of the tool; name, version and architecture of the
                operating system; version and vendor of Java; number of cores and size of memory; whether it is a CI run, and
                of which system; the kind of place it runs in, such as `docker`. Never a host name, a user, a folder or a
                command line.

                """);
        out.append(identity()).append('\n');
        ResourceRequest request = tool.resource();
        item(out, !request.environment().isEmpty(), "the environment that the tool runs in, such as `production`");
        item(
                out,
                !request.declared().isEmpty(),
                "values of the tool's own: " + names(request.declared().keySet()));
        item(
                out,
                !tool.tags().isEmpty(),
                "the tool's tags: " + names(tool.tags().keySet()));
        item(out, request.gpus(), "number and models of GPUs");
        item(out, request.kernel() || request.platform(), "the release of the kernel, and the platform in one line");
        item(out, !request.libraries().isEmpty(), "versions of libraries: " + names(request.libraries()));
    }

    private String identity() {
        return switch (tool.identity()) {
            case NONE, EVENT -> "Nothing tells which events are of one user, one machine or one run.";
            case RUN ->
                "The events of one run have a random id in common. Nothing tells which runs are of one user or machine.";
            case INSTALL -> install(tool.identityLifetime());
        };
    }

    private String install(@Nullable Duration lifetime) {
        String renewed = lifetime == null ? "" : ", which is replaced every " + lifetime.toDays() + " days";
        return "The events of one installation have a random id in common, made after consent" + renewed + "; `"
                + tool.name() + " telemetry reset-id` forgets it. In CI and containers it is an id of the run.";
    }

    private boolean reportsErrors() {
        boolean sent = false;
        for (Maintainer maintainer : tool.maintainers()) {
            sent |= maintainer.purposes().contains(Purpose.ERRORS);
        }
        return sent && !tool.errors().ownedPackages().isEmpty();
    }

    private void errors(StringBuilder out) {
        ErrorRules rules = tool.errors();
        out.append("\n## Errors\n\nPurpose: errors. An error of the tool itself is reported, one of which ");
        out.append(rules.anyOwnedFrame() ? "any call" : "the first call outside of the Java runtime")
                .append(" is in ");
        out.append(names(rules.ownedPackages())).append(". The report holds\n\n");
        item(out, true, "the error's class, and those of its causes and suppressed errors");
        item(
                out,
                true,
                "the calls in these packages: class, method, file name and line; of other calls only how many there were");
        item(out, true, "the kind of thread, and whether the error was caught");
        item(
                out,
                rules.messages(),
                "for some errors the message, the operation and what was done before, all redacted");
        item(out, rules.threads(), "the calls in these packages of the tool's other threads");
        if (!rules.messages()) {
            out.append("\nNot its message: a constant stands there.\n");
        }
    }

    private static void item(StringBuilder out, boolean said, String text) {
        if (said) {
            out.append("- ").append(text).append('\n');
        }
    }

    private static String names(Collection<String> all) {
        StringBuilder names = new StringBuilder();
        for (String each : new TreeSet<>(all)) {
            names.append(names.isEmpty() ? "`" : ", `").append(each).append('`');
        }
        return names.toString();
    }
}
