package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Status;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.consent.Decision;
import dev.candor.telemetry.core.internal.consent.Statement;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.delivery.DestinationStatus;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.SpoolState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the status of a tool: the consent report as it is, and how each backend and the spool are. */
final class StatusReport {
    private final ConsentGate gate;
    private final Pipeline pipeline;

    StatusReport(ConsentGate gate, Pipeline pipeline) {
        this.gate = gate;
        this.pipeline = pipeline;
    }

    Status make() {
        ConsentReport report = gate.report();
        List<String> diagnostics = new ArrayList<>(report.diagnostics());
        diagnostics.addAll(pipeline.mistakes());
        Parts parts = pipeline.engine().parts();
        List<Status.BackendLine> backends = parts == null
                ? backends(pipeline.outline(), List.of(), null)
                : backends(parts.plan(), parts.delivery().status(), parts.opener());
        Status.SpoolLine spool = parts == null ? pipeline.kept() : new Status.SpoolLine(0, 0);
        LossBook losses = pipeline.files().losses();
        Map<String, Long> dropped = losses == null ? new TreeMap<>() : losses.read();
        long accepted = 0;
        long delivered = 0;
        if (parts != null) {
            SpoolState state = parts.spool().state();
            spool = new Status.SpoolLine(state.waitingEvents(), state.bytes());
            accepted = state.accepted();
            for (DestinationStatus each : parts.delivery().status()) {
                delivered += each.counts().delivered();
            }
            count(dropped, state.refused());
            count(dropped, state.dropped());
            if (!state.trouble().isEmpty()) {
                diagnostics.add("spool: " + state.trouble());
            }
            parts.delivery().close(Duration.ZERO);
            parts.spool().close(Duration.ofSeconds(1));
        }
        return new Status(
                decisions(report),
                backends,
                pipeline.identityMode().name().toLowerCase(Locale.ROOT),
                spool,
                new Status.Counters(accepted, delivered, dropped),
                heard(report),
                diagnostics);
    }

    private static Map<String, Status.DecisionLine> decisions(ConsentReport report) {
        Map<String, Status.DecisionLine> lines = new LinkedHashMap<>();
        for (Purpose purpose : Purpose.values()) {
            Decision decision = report.decision(Subject.of(purpose));
            lines.put(
                    purpose.name().toLowerCase(Locale.ROOT),
                    new Status.DecisionLine(decision.state().word(), decision.source(), decision.reason()));
        }
        return lines;
    }

    private static List<String> heard(ConsentReport report) {
        Set<String> lines = new LinkedHashSet<>();
        for (Statement each : report.heard()) {
            lines.add(line(each));
        }
        return List.copyOf(lines);
    }

    private static String line(Statement heard) {
        StringBuilder line = new StringBuilder(heard.source());
        if (!heard.key().isEmpty()) {
            line.append(": ").append(heard.key());
        }
        if (!heard.rawValue().isEmpty()) {
            line.append(" = ").append(heard.rawValue());
        }
        if (!heard.place().isEmpty()) {
            line.append(" (").append(heard.place()).append(')');
        }
        if (!heard.note().isEmpty()) {
            line.append(": ").append(heard.note());
        }
        return line.toString();
    }

    private List<Status.BackendLine> backends(
            RoutePlan plan, List<DestinationStatus> all, @Nullable BackendOpening opener) {
        List<Status.BackendLine> lines = new ArrayList<>();
        Map<String, DestinationStatus> states = new LinkedHashMap<>();
        for (DestinationStatus each : all) {
            states.put(each.name(), each);
        }
        for (Destination destination : plan.destinations()) {
            lines.add(line(destination, states.get(destination.label()), opener));
        }
        for (RoutePlan.Note note : plan.notes()) {
            lines.add(new Status.BackendLine(note.backend(), note.state(), "", note.reason()));
        }
        return lines;
    }

    private Status.BackendLine line(
            Destination destination, @Nullable DestinationStatus status, @Nullable BackendOpening opener) {
        String audience = destination.audience().name().toLowerCase(Locale.ROOT);
        if (!new Permissions(gate).allowsAny(destination)) {
            return new Status.BackendLine(destination.backend(), "off", audience, "no purpose of it may be sent");
        }
        if (opener != null && (status == null || status.state() == DestinationStatus.State.READY)) {
            OpeningTrial trial = OpeningTrial.of(opener, destination);
            if (!trial.problem().isEmpty()) {
                return new Status.BackendLine(destination.backend(), trial.state(), audience, trial.problem());
            }
        }
        String state = status == null ? "ready" : status.state().name().toLowerCase(Locale.ROOT);
        String reason = status == null || status.reason().isEmpty() ? origin(destination) : reason(status);
        return new Status.BackendLine(destination.backend(), state, audience, reason);
    }

    private static String reason(DestinationStatus status) {
        return status.nextAttemptMillis() == 0
                ? status.reason()
                : status.reason() + ", tried again at " + Instant.ofEpochMilli(status.nextAttemptMillis());
    }

    private static String origin(Destination destination) {
        List<String> places = new ArrayList<>();
        destination.settings().values().forEach(each -> {
            if (!places.contains(each.place())) {
                places.add(each.place());
            }
        });
        return String.join(", ", places);
    }

    private static void count(Map<String, Long> into, Map<DropReason, Long> from) {
        from.forEach((reason, count) -> into.merge(reason.name().toLowerCase(Locale.ROOT), count, Long::sum));
    }
}
