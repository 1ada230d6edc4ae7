package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.delivery.DeliveryWorkers;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.identity.Identity;
import dev.candor.telemetry.core.internal.route.RoutePlan;
import dev.candor.telemetry.core.internal.spool.Spool;

/** What a running pipeline is made of. */
record Parts(
        BackendOpening opener,
        RoutePlan plan,
        SubjectLanes lanes,
        Spool spool,
        DeliveryWorkers delivery,
        EncodedResource resource,
        Identity identity,
        Breadcrumbs crumbs) {}
