package dev.candor.telemetry.core.internal.identity;

import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.files.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A process that waits for a starting signal and then prints the id and a hash that it got. */
final class PrintsItsId {

    private PrintsItsId() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Path go = Path.of(args[1]);
        Identities identities = new Identities(folder, new Home(folder.getParent()), Entropy.ofTheSystem(), () -> true);
        Identity identity = identities.identity(IdentityMode.INSTALL, null);
        NameHash hashes = identities.hashes(true);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!Files.exists(go) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(200_000);
        }
        System.out.println(identity.distinctId(new UUID(1, 2), 1) + " " + hashes.of("orders") + " " + identity.mode());
    }
}
