package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.journal.Journal;
import dev.candor.telemetry.core.internal.journal.PreviewBackend;
import dev.candor.telemetry.core.internal.start.NewPlan;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The files of one tool's telemetry. None is made before something is written to it.
 *
 * @param folder the tool's state folder; null where there is none
 * @param home to whose owner they belong
 * @param clock the time that receipts are stamped with
 */
record LocalFiles(@Nullable File folder, Home home, Clock clock) {

    private static final String BREAKER = "breaker-";

    @Nullable
    File spool() {
        return in("spool");
    }

    @Nullable
    File breaker(long fingerprint) {
        return in(BREAKER.concat(Long.toHexString(fingerprint)));
    }

    /** Whether any destination did not answer well when it was last tried; also where nobody can tell. */
    static boolean anyBreaker(File folder) {
        String[] names = folder.list();
        if (names == null) {
            return true;
        }
        for (String name : names) {
            if (name.startsWith(BREAKER)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    File caps(long fingerprint) {
        return in("caps-".concat(Long.toHexString(fingerprint)));
    }

    @Nullable
    Journal journal() {
        return folder == null ? null : new Journal(folder.toPath(), home, clock);
    }

    /** What all processes dropped. */
    @Nullable
    LossBook losses() {
        return folder == null ? null : new LossBook(folder.toPath(), home);
    }

    /** Notes what is posted. */
    Receipts receipts(String destination) {
        Journal journal = journal();
        return journal == null ? Receipts.none() : journal.receipts(destination);
    }

    /** Writes what would be sent; null where there is no home. */
    @Nullable
    BackendProvider preview() {
        return folder == null ? null : PreviewBackend.provider(folder.toPath(), home);
    }

    /** Deletes what the preview wrote. */
    void deletePreview() {
        if (folder == null) {
            return;
        }
        try {
            PreviewBackend.clear(folder.toPath(), home);
        } catch (IOException stays) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.WARNING, "The preview could not be deleted.", stays);
        }
    }

    /** Deletes the plan of short starts: it would not stand any more, and after a no nothing stays that is not needed. */
    void forgetPlan() {
        if (folder == null) {
            return;
        }
        try {
            NewPlan.forget(folder);
        } catch (IOException stays) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.WARNING, "The plan of short starts could not be deleted.", stays);
        }
    }

    private @Nullable File in(String name) {
        return folder == null ? null : new File(folder, name);
    }
}
