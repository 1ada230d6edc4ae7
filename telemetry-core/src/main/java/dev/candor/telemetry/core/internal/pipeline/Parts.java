package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.delivery.DeliveryWorkers;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.identity.Identity;
import dev.candor.telemetry.core.internal.identity.NameHash;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.spool.Spool;

/**
 * What a running pipeline is made of.
 *
 * @param routeKey what the fingerprints of destinations are keyed with; empty where the next run has to start as a whole; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Parts(
        BackendOpening opener,
        RoutePlan plan,
        byte[] routeKey,
        SubjectLanes lanes,
        Spool spool,
        DeliveryWorkers delivery,
        EncodedResource resource,
        Identity identity,
        NameHash hashes,
        Breadcrumbs crumbs) {}
