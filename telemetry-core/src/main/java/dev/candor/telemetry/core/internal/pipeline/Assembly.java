package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.context.ResourceReader;
import dev.candor.telemetry.core.internal.delivery.BreakerStore;
import dev.candor.telemetry.core.internal.delivery.DeliveryClock;
import dev.candor.telemetry.core.internal.delivery.DeliveryWorkers;
import dev.candor.telemetry.core.internal.delivery.FileBreakerStore;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.identity.Identities;
import dev.candor.telemetry.core.internal.identity.Identity;
import dev.candor.telemetry.core.internal.identity.NameHash;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.route.RoutePlanner;
import dev.candor.telemetry.core.internal.route.SipHash;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a pipeline together. Opens no backend and touches no file but the keys that consent allows. */
final class Assembly implements Supplier<@Nullable Parts> {
    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final ConsentGate gate;
    private final Identities identities;
    private final IdentityMode identity;
    private final NameHash hashes;
    private final ResourceReader resource;
    private final Breadcrumbs crumbs;
    private final LocalFiles files;

    Assembly(
            ToolSpec tool,
            Surroundings surroundings,
            ConsentGate gate,
            Identities identities,
            IdentityMode identity,
            NameHash hashes,
            ResourceReader resource,
            Breadcrumbs crumbs,
            LocalFiles files) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.gate = gate;
        this.identities = identities;
        this.identity = identity;
        this.hashes = hashes;
        this.resource = resource;
        this.crumbs = crumbs;
        this.files = files;
    }

    @Override
    public @Nullable Parts get() {
        Discovery discovery = Discovery.on(tool.backends());
        RoutePlan outline = plan(discovery, new SipHash(0, 0));
        List<String> mistakes = new ArrayList<>(mistakes(discovery, outline));
        List<Destination> allowed = allowed(outline);
        mistakes.addAll(refused(allowed, new BackendOpening(tool, discovery, files)));
        gate.say(mistakes);
        // A key is made only when it is needed: what has nowhere to go leaves no file.
        if (allowed.isEmpty()) {
            return null;
        }
        byte[] key = identities.routeKey();
        // What has to be said in each run is no run that a plan may shorten.
        return assemble(discovery, plan(discovery, SipHash.of(key)), mistakes.isEmpty() ? key : new byte[0]);
    }

    /** The destinations as they would be, without a key and without a file. */
    RoutePlan outline() {
        return plan(Discovery.on(tool.backends()), new SipHash(0, 0));
    }

    /** What somebody meant to set up and did not, one line each. */
    List<String> mistakes() {
        Discovery discovery = Discovery.on(tool.backends());
        return mistakes(discovery, plan(discovery, new SipHash(0, 0)));
    }

    private List<String> mistakes(Discovery discovery, RoutePlan outline) {
        return SettingsCheck.lines(tool.consent(), gate.config(), discovery, outline);
    }

    private Parts assemble(Discovery discovery, RoutePlan plan, byte[] key) {
        Spool spool = Spool.open(spoolOptions());
        Identity counted = identities.identity(identity, tool.identityLifetime());
        gate.onWithdrawal(new Withdrawal(new Removal(plan, spool), spool, crumbs, identities, counted, hashes));
        BackendOpening opening = new BackendOpening(tool, discovery, files);
        List<dev.candor.telemetry.core.internal.delivery.Destination> destinations = new ArrayList<>();
        for (Destination destination : plan.destinations()) {
            destinations.add(Deliverable.of(destination, opening, spool, gate, breaker(destination)));
        }
        return new Parts(
                opening,
                plan,
                key,
                new SubjectLanes(plan),
                spool,
                new DeliveryWorkers(destinations, DeliveryClock.system()),
                new EncodedResource(resource),
                counted,
                hashes,
                crumbs);
    }

    /** What each backend says of its settings: only it can tell whether a DSN is one. */
    private static List<String> refused(List<Destination> destinations, BackendOpening opening) {
        List<String> lines = new ArrayList<>();
        for (Destination destination : destinations) {
            String problem = opening.wrongSetting(destination);
            if (!problem.isEmpty()) {
                lines.add(SettingsCheck.line(destination, problem));
            }
        }
        return lines;
    }

    /** The destinations to which anything may be sent. */
    private List<Destination> allowed(RoutePlan plan) {
        Permissions permissions = new Permissions(gate);
        List<Destination> allowed = new ArrayList<>();
        for (Destination destination : plan.destinations()) {
            if (permissions.allowsAny(destination)) {
                allowed.add(destination);
            }
        }
        return allowed;
    }

    private RoutePlan plan(Discovery discovery, SipHash hash) {
        ConfigSettings settings =
                new ConfigSettings(tool.consent(), gate.report(), gate.config(), surroundings.environment());
        return RoutePlanner.plan(discovery, tool.maintainers(), settings, hash);
    }

    private SpoolOptions spoolOptions() {
        SpoolOptions usual = SpoolOptions.of(spoolMode(), files.spool()).withClock(surroundings.clock());
        SpoolOptions.Limits chosen = tool.limits();
        return chosen == null ? usual : usual.withLimits(chosen);
    }

    private SpoolMode spoolMode() {
        return tool.mode() == Mode.COMMAND
                ? SpoolMode.COMMAND
                : tool.mode() == Mode.SERVER ? SpoolMode.SERVER : SpoolMode.MEMORY;
    }

    private BreakerStore breaker(Destination destination) {
        File file = files.breaker(destination.fingerprint());
        return file == null ? BreakerStore.none() : new FileBreakerStore(file.toPath(), files.home());
    }
}
