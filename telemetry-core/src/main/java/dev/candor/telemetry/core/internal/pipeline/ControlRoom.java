package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Status;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.asking.Asked;
import dev.candor.telemetry.core.internal.asking.Asker;
import dev.candor.telemetry.core.internal.catalogue.CatalogueDocument;
import dev.candor.telemetry.core.internal.catalogue.CatalogueSchema;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.journal.Journal;
import dev.candor.telemetry.core.internal.recording.AnswerBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does what the {@code telemetry} command asks for. */
public final class ControlRoom {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final Invocation invocation;

    /** For one tool in one run. */
    public ControlRoom(ToolSpec tool, Surroundings surroundings, Invocation invocation) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.invocation = invocation;
    }

    /** What was decided, and how everything is. */
    public Status status() {
        ConsentGate gate = gate();
        return new StatusReport(gate, pipeline(gate)).make();
    }

    /** Records an answer. */
    public Control.Switched switchTo(boolean yes, Set<Purpose> purposes, boolean byFlag) {
        return new Switch(tool, surroundings, invocation).to(yes, purposes, byFlag);
    }

    /** Asks whoever installs the tool. */
    public Control.Switched install(@Nullable Boolean preset) {
        AnswerBook book = new AnswerBook(tool.consent(), surroundings, tool.answersInConfig());
        Asked asked = new Asker(tool.consent(), surroundings, book).askAtInstall(gate().report(), preset);
        ConsentGate after = gate();
        boolean allowed = false;
        for (Purpose purpose : tool.consent().purposes()) {
            allowed |= purpose.audience() == Audience.MAINTAINER
                    && after.report().decision(purpose).allows();
        }
        String nobody = asked.nobody();
        return new Control.Switched(allowed, nobody.isEmpty() ? List.of() : List.of("telemetry stays off: " + nobody));
    }

    /** What would be sent. */
    public List<Control.Shown> show() {
        ConsentGate gate = gate();
        Parts parts = gate.allowsAnything() ? pipeline(gate).engine().parts() : null;
        if (parts == null) {
            return List.of();
        }
        try {
            return Showing.all(parts, gate);
        } finally {
            close(parts);
        }
    }

    /** What was sent. */
    public List<Control.Receipt> log(int most) {
        Journal journal = pipeline(gate()).files().journal();
        List<Control.Receipt> receipts = new ArrayList<>();
        if (journal != null) {
            for (Journal.Receipt each : journal.read(most)) {
                receipts.add(new Control.Receipt(
                        each.time(), each.backend(), each.url(), each.answer(), each.bytes(), each.body()));
            }
        }
        return receipts;
    }

    /** Delivers what waits. */
    public Delivery flush(Duration atMost) {
        long deadline = Lifecycle.deadline(atMost);
        ConsentGate gate = gate();
        Pipeline pipeline = pipeline(gate);
        Parts parts = gate.allowsAnything() ? pipeline.engine().parts() : null;
        if (parts == null) {
            long waiting = pipeline.kept().events();
            return new Delivery(0, waiting, Map.of(), waiting == 0);
        }
        try (LiveTelemetry telemetry = pipeline.telemetry()) {
            return new ThoroughFlush(gate, parts, telemetry).flush(Lifecycle.left(deadline));
        }
    }

    /** Removes what waits, and what was noted. */
    public void purge() {
        Pipeline pipeline = pipeline(gate());
        pipeline.purge(new TreeSet<>(List.of(Purpose.values())));
        LocalFiles files = pipeline.files();
        Journal journal = files.journal();
        if (journal != null) {
            journal.clear();
        }
        files.deletePreview();
        files.forgetPlan();
        LossBook losses = files.losses();
        if (losses != null) {
            losses.clear();
        }
    }

    /** Forgets who events are counted as. */
    public void resetId() {
        pipeline(gate()).identities().forgetFiles();
    }

    /** The catalogue as a document. */
    public String docs() {
        Examples examples = new Examples(tool);
        return new CatalogueDocument(
                        tool.name(),
                        tool.consent().environmentPrefix(),
                        tool.consent().consentKey(),
                        tool.events(),
                        new CommonFacts(tool).markdown(),
                        examples.byEvent(),
                        examples.ofAnError())
                .markdown();
    }

    /** The catalogue as JSON Schema. */
    public String schema() {
        return new CatalogueSchema(tool.name(), tool.events()).json();
    }

    private ConsentGate gate() {
        return ConsentGate.open(tool.consent(), surroundings, invocation);
    }

    private Pipeline pipeline(ConsentGate gate) {
        return Pipeline.of(tool, surroundings, gate);
    }

    private static void close(Parts parts) {
        parts.delivery().close(Duration.ZERO);
        parts.spool().close(CLOSE);
    }
}
