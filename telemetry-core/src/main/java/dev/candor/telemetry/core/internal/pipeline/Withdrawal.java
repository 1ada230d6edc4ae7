package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.core.internal.consent.Decision;
import dev.candor.telemetry.core.internal.consent.Subject;
import dev.candor.telemetry.core.internal.consent.WithdrawalListener;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.identity.Identities;
import dev.candor.telemetry.core.internal.identity.Identity;
import dev.candor.telemetry.core.internal.identity.NameHash;
import dev.candor.telemetry.core.internal.spool.Spool;
import java.util.Set;

/** A no that was meant for good removes what waits and who it was counted as; any other only holds it back. */
record Withdrawal(
        Removal removal, Spool spool, Breadcrumbs crumbs, Identities identities, Identity identity, NameHash hashes)
        implements WithdrawalListener {

    @Override
    public void withdrawn(Subject subject, Decision decision) {
        crumbs.clear();
        if (decision.lasting()) {
            if (subject.audience() == Audience.MAINTAINER) {
                removal.ofMaintainers(Set.of(subject.purpose()));
                // In memory too: who says yes again later is counted as somebody new.
                identity.forget();
                hashes.forget();
                identities.forgetFiles();
            } else if (subject != Subject.OWNER_ERRORS) {
                spool.purge(Set.of(subject.purpose()));
            }
        }
    }
}
