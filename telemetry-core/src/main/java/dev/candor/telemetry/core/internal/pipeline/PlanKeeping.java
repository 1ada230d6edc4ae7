package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.config.FileSight;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.context.NotedFiles;
import dev.candor.telemetry.core.internal.identity.Entropy;
import dev.candor.telemetry.core.internal.identity.Identities;
import dev.candor.telemetry.core.internal.start.AskedMap;
import dev.candor.telemetry.core.internal.start.NewPlan;
import dev.candor.telemetry.core.internal.start.PlanInputs;
import dev.candor.telemetry.core.internal.start.StartPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what the full start of a command worked out, for the next command with the same inputs. */
@SuppressWarnings("EnumOrdinal") // a plan of another version of this library does not stand
final class PlanKeeping {
    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final Invocation invocation;
    private final ConsentGate gate;
    private final Identities identities;
    private final LocalFiles files;
    private final NotedFiles machine;

    PlanKeeping(
            ToolSpec tool,
            Surroundings surroundings,
            Invocation invocation,
            ConsentGate gate,
            Identities identities,
            LocalFiles files,
            NotedFiles machine) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.gate = gate;
        this.identities = identities;
        this.files = files;
        this.machine = machine;
    }

    /** Writes the plan where the next run can use one; what fails is tried again by that run. */
    void keep(Parts parts) {
        try {
            write(parts);
        } catch (IOException | RuntimeException noPlan) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.DEBUG, "The next start cannot be made shorter.", noPlan);
        }
    }

    private void write(Parts parts) throws IOException {
        File folder = files.folder();
        ConsentReport report = gate.report();
        boolean lasts = report.diagnostics().isEmpty()
                && report.changesAt().isEmpty()
                && report.mask() != 0
                && QuickStart.isPossible(tool, invocation);
        byte[] key = parts.routeKey();
        if (!lasts
                || folder == null
                || key.length == 0
                || !folder.isDirectory()
                || surroundings.properties().containsKey("jdk.module.path")
                || !(surroundings.environment() instanceof AskedMap environment)
                || !(surroundings.properties() instanceof AskedMap properties)) {
            return;
        }
        FileSight keyFile = FileSight.of(Identities.routeKeyFile(folder.toPath()));
        List<FileSight> sights = gate.sights();
        if (sights == null || !Arrays.equals(key, identities.routeKey())) {
            return;
        }
        List<FileSight> all = new ArrayList<>(sights);
        all.add(keyFile);
        byte[] seed = new byte[16];
        Entropy.ofTheSystem().fill(seed);
        StartPlan result = new StartPlan(
                report.mask(),
                parts.identity().mode().ordinal(),
                lanes(parts),
                parts.resource().bytes());
        new NewPlan(
                        folder,
                        files.home(),
                        surroundings.uid().orElse(-1),
                        surroundings.clock().millis(),
                        ToolDescription.of(tool, surroundings, invocation))
                .keep(result, new PlanInputs(environment, properties, all, project(), machine.questions()), seed);
    }

    private static long[][] lanes(Parts parts) {
        long[][] lanes = new long[Subject.values().length][];
        for (Subject each : Subject.values()) {
            lanes[each.ordinal()] = parts.lanes().of(each.purpose(), each.audience());
        }
        return lanes;
    }

    /** The project's folder, unless it is, or holds, the user's own, or what another project once said is remembered. */
    private String project() {
        if (RecordedAnswer.anyRemembered(gate.records())) {
            return "";
        }
        Path project = gate.places().projectFolder();
        for (Path each : gate.places().userFolders()) {
            if (each.startsWith(project)) {
                return "";
            }
        }
        return project.toString();
    }
}
