package dev.candor.telemetry.picocli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.core.Status;
import java.io.PrintWriter;
import java.util.Map;

/** The status as text for people and as JSON for programs. */
final class StatusText {
    private StatusText() {}

    static void print(String tool, Status status, PrintWriter out) {
        out.println("Telemetry of " + tool);
        for (Map.Entry<String, Status.DecisionLine> entry : status.decisions().entrySet()) {
            Status.DecisionLine line = entry.getValue();
            out.println("  " + pad(entry.getKey(), 8) + pad(line.state(), 10) + line.source() + ": " + line.reason());
        }
        section(out, "Backends", status.backends().isEmpty());
        for (Status.BackendLine backend : status.backends()) {
            out.println("  " + pad(backend.name(), 10) + pad(backend.state(), 13) + pad(backend.audience(), 11)
                    + backend.reason());
        }
        section(out, "Heard", status.heard().isEmpty());
        for (String line : status.heard()) {
            out.println("  " + line);
        }
        section(out, "Wrong", status.diagnostics().isEmpty());
        for (String line : status.diagnostics()) {
            out.println("  " + line);
        }
        out.println("Identity: " + status.identity());
        out.println("Waiting: " + status.spool().events() + " events, "
                + status.spool().bytes() + " bytes");
        out.println("Dropped: "
                + (status.counters().dropped().isEmpty()
                        ? "nothing"
                        : status.counters().dropped()));
    }

    static String json(Status status) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ObjectNode decisions = root.putObject("decisions");
        status.decisions()
                .forEach((purpose, line) -> decisions
                        .putObject(purpose)
                        .put("state", line.state())
                        .put("source", line.source())
                        .put("reason", line.reason()));
        ArrayNode backends = root.putArray("backends");
        for (Status.BackendLine backend : status.backends()) {
            backends.addObject()
                    .put("name", backend.name())
                    .put("state", backend.state())
                    .put("audience", backend.audience())
                    .put("reason", backend.reason());
        }
        root.put("identity", status.identity());
        root.putObject("spool")
                .put("events", status.spool().events())
                .put("bytes", status.spool().bytes());
        ObjectNode counters = root.putObject("counters");
        counters.put("accepted", status.counters().accepted());
        counters.put("delivered", status.counters().delivered());
        ObjectNode dropped = counters.putObject("dropped");
        status.counters().dropped().forEach(dropped::put);
        status.heard().forEach(root.putArray("heard")::add);
        status.diagnostics().forEach(root.putArray("diagnostics")::add);
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }

    private static void section(PrintWriter out, String title, boolean empty) {
        if (!empty) {
            out.println(title);
        }
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
