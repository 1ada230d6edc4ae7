package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Status;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.catalogue.ValueCheck;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.context.CiDetector;
import dev.candor.telemetry.core.internal.context.HostFiles;
import dev.candor.telemetry.core.internal.context.NotedFiles;
import dev.candor.telemetry.core.internal.context.PlaceDetector;
import dev.candor.telemetry.core.internal.context.ResourceReader;
import dev.candor.telemetry.core.internal.delivery.DetachedUpload;
import dev.candor.telemetry.core.internal.delivery.FloodGuard;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.identity.Entropy;
import dev.candor.telemetry.core.internal.identity.Identities;
import dev.candor.telemetry.core.internal.identity.NameHash;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.core.internal.spool.SpoolState;
import dev.candor.telemetry.core.internal.start.AskedMap;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One tool's parts in one process, made when they are needed. */
final class Pipeline {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final ConsentGate gate;
    private final Permissions permissions;
    private final Tally tally = new Tally();
    private final LocalFiles files;
    private final Identities identities;
    private final NameHash hashes;
    private final Assembly assembly;
    private final Engine engine;
    private final HostFiles machine;
    private final Breadcrumbs crumbs = new Breadcrumbs();

    private Pipeline(ToolSpec tool, Surroundings surroundings, ConsentGate gate) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.gate = gate;
        HostFiles here = HostFiles.ofThisMachine();
        this.machine = surroundings.environment() instanceof AskedMap ? new NotedFiles(here) : here;
        this.permissions = new Permissions(gate);
        File folder = StateFolder.of(tool, surroundings);
        Home home = new Home(surroundings.home());
        this.files = new LocalFiles(folder, home, surroundings.clock());
        this.identities =
                new Identities(folder == null ? null : folder.toPath(), home, Entropy.ofTheSystem(), permissions);
        this.hashes = identities.hashes(true);
        this.assembly =
                new Assembly(tool, surroundings, gate, identities, identityMode(), hashes, resource(), crumbs, files);
        this.engine = new Engine(assembly, permissions, tally);
    }

    static Pipeline of(ToolSpec tool, Surroundings surroundings, ConsentGate gate) {
        return new Pipeline(tool, surroundings, gate);
    }

    /** The destinations as they would be. */
    RoutePlan outline() {
        return assembly.outline();
    }

    /** What somebody meant to set up and did not, one line each. */
    List<String> mistakes() {
        return assembly.mistakes();
    }

    Engine engine() {
        return engine;
    }

    /** Removes what waits for the maintainer; makes nothing where there is nothing. */
    void removeWaiting(Set<Purpose> purposes) {
        File folder = files.spool();
        if (folder == null || !folder.exists()) {
            return;
        }
        Parts parts = engine.parts();
        if (parts == null) {
            purge(purposes);
        } else {
            new Removal(parts.plan(), parts.spool()).ofMaintainers(purposes);
            parts.spool().close(CLOSE);
        }
    }

    /** Removes everything of these purposes, whoever it is for. */
    void purge(Set<Purpose> purposes) {
        File folder = files.spool();
        if (folder != null && folder.exists()) {
            Spool spool = Spool.open(SpoolOptions.of(SpoolMode.COMMAND, folder).withClock(surroundings.clock()));
            spool.purge(purposes);
            spool.close(CLOSE);
        }
    }

    /** What is on disk of earlier runs, also where nothing may be sent now; makes nothing where there is nothing. */
    Status.SpoolLine kept() {
        File folder = files.spool();
        if (folder == null || !folder.exists()) {
            return new Status.SpoolLine(0, 0);
        }
        Spool spool = Spool.open(SpoolOptions.of(SpoolMode.COMMAND, folder).withClock(surroundings.clock()));
        SpoolState state = spool.state();
        spool.close(CLOSE);
        return new Status.SpoolLine(state.waitingEvents(), state.bytes());
    }

    LocalFiles files() {
        return files;
    }

    Identities identities() {
        return identities;
    }

    /** Who events are counted as, as far as this place allows. */
    IdentityMode identityMode() {
        IdentityMode wanted = tool.identity();
        if (wanted != IdentityMode.INSTALL) {
            return wanted;
        }
        boolean shortLived = CiDetector.detect(surroundings.environment()).ci() || isContainer();
        return Identities.limit(wanted, shortLived, tool.dataDirectory() != null);
    }

    private boolean isContainer() {
        List<String> places =
                PlaceDetector.detect(surroundings.environment(), machine).execInfo();
        return places.contains("docker") || places.contains("kubernetes");
    }

    /** What the program uses; starts what its mode starts. */
    LiveTelemetry telemetry() {
        return telemetry(Invocation.PLAIN, null);
    }

    /** The same, going on where {@code quick} ends. */
    LiveTelemetry telemetry(Invocation invocation, @Nullable QuickParts quick) {
        if (quick != null) {
            tally.add(quick.tally());
            engine.accepted(quick.accepted());
        }
        Intake intake = new Intake(permissions, engine, surroundings.clock(), IdSource.seeded());
        Scrubber scrubber = scrubber();
        FloodGuard flood = quick == null ? new FloodGuard(FloodGuard.Limits.usual()) : quick.flood();
        UsageIntake usage = new UsageIntake(
                intake,
                engine,
                quick == null ? QuickParts.gates(tool, flood) : quick.gates(),
                new ValueCheck(scrubber, tally),
                tally);
        Instruments instruments = new Instruments(tool, intake, scrubber, crumbs, surroundings.clock());
        Lifecycle lifecycle = new Lifecycle(
                tool.mode(),
                gate,
                engine,
                instruments,
                tally,
                uploads(),
                new FloodReport(flood),
                files,
                keeping(invocation));
        lifecycle.start();
        return new LiveTelemetry(tool.mode(), gate, intake, usage, instruments, lifecycle);
    }

    private Scrubber scrubber() {
        Scrubber plain = new PipelineScrubber(new Redactors(tool, surroundings), hashes, tally);
        // A short command hardly says a thing twice.
        return tool.mode() == Mode.COMMAND ? plain : RememberingScrubber.of(tool.redaction(), plain);
    }

    private Uploads uploads() {
        File folder = files.folder();
        return folder == null ? Uploads.none() : uploads(tool, folder, surroundings);
    }

    static Uploads uploads(ToolSpec tool, File folder, Surroundings surroundings) {
        String program = tool.uploader();
        return program == null || DetachedUpload.isUploader()
                ? Uploads.none()
                : new DetachedUploads(folder, program, surroundings.clock());
    }

    private @Nullable PlanKeeping keeping(Invocation invocation) {
        return machine instanceof NotedFiles noted && !DetachedUpload.isUploader()
                ? new PlanKeeping(tool, surroundings, invocation, gate, identities, files, noted)
                : null;
    }

    private ResourceReader resource() {
        return new ResourceReader(
                tool.resource(), surroundings.environment(), surroundings.properties(), machine, tool.backends());
    }
}
