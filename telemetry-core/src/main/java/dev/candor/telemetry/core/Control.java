package dev.candor.telemetry.core;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.pipeline.ControlRoom;
import dev.candor.telemetry.core.internal.pipeline.ToolSpec;
import dev.candor.telemetry.spi.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code telemetry} command of a tool does, for whichever command-line library the tool uses.
 *
 * <p>Every method works on its own and lets go of what it opened. None asks a person, and none sends anything but {@link #flush}.
 */
public final class Control {
    private final ControlRoom room;

    Control(ToolSpec tool, Surroundings surroundings, Invocation invocation) {
        this.room = new ControlRoom(tool, surroundings, invocation);
    }

    /** What was decided and by whom, how the backends are, what waits. Creates no file. */
    public Status status() {
        return room.status();
    }

    /**
     * Records a yes, and takes back a no that was recorded before for this user and this project.
     *
     * @param purposes what for; empty for everything that is the maintainer's
     */
    public Switched on(Set<Purpose> purposes) {
        return room.switchTo(true, purposes, false);
    }

    /**
     * Records a no for this user and this project, and removes what waits. Sends nothing.
     *
     * @param purposes what for; empty for everything that is the maintainer's
     */
    public Switched off(Set<Purpose> purposes) {
        return room.switchTo(false, purposes, false);
    }

    /** As {@link #on}, asked for by {@code --enable-telemetry}. */
    public Switched enabledByFlag() {
        return room.switchTo(true, Set.of(), true);
    }

    /** As {@link #off}, asked for by {@code --disable-telemetry}. */
    public Switched disabledByFlag() {
        return room.switchTo(false, Set.of(), true);
    }

    /**
     * Asks the person who installs the tool, where nobody has decided yet, and records the answer. An install script calls it last.
     *
     * @param preset the answer that the installer was given beforehand; null where it was not, and then a person at the terminal is asked
     */
    public Switched install(@Nullable Boolean preset) {
        return room.install(preset);
    }

    /** The posts that each backend would make for what is waiting, byte for byte. Sends nothing. */
    public List<Shown> show() {
        return room.show();
    }

    /** The last {@code most} posts that were made, oldest first. */
    public List<Receipt> log(int most) {
        return room.log(most);
    }

    /** Delivers what waits now, for at most {@code atMost}, also where a backend was to be left alone for a while. */
    public Delivery flush(Duration atMost) {
        return room.flush(atMost);
    }

    /** Removes everything that waits, the journal and the previews. */
    public void purge() {
        room.purge();
    }

    /**
     * Forgets the install id and the key of hashes: later events cannot be matched with earlier ones. A server of the same tool that runs
     * meanwhile follows within a second.
     */
    public void resetId() {
        room.resetId();
    }

    /** {@code TELEMETRY.md}: every event and attribute, why, an example for each backend, and how to stop. */
    public String docs() {
        return room.docs();
    }

    /** The catalogue as JSON Schema, draft 2020-12. */
    public String schema() {
        return room.schema();
    }

    /**
     * What came of a switch.
     *
     * @param effective whether it holds now; false when something stronger decides otherwise
     * @param messages for people, one line each
     */
    public record Switched(boolean effective, List<String> messages) {
        /** Copies {@code messages}. */
        public Switched {
            messages = List.copyOf(messages);
        }
    }

    /**
     * What one destination would be sent.
     *
     * @param destination the backend, with its audience where it has two
     * @param payloads the posts
     * @param problem why there are none, or how many signals wait behind those that are shown; empty where there is nothing to say
     */
    public record Shown(String destination, List<Payload> payloads, String problem) {
        /** Copies {@code payloads}. */
        public Shown {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * A post that was made.
     *
     * @param body its body as text, cut after 16 KiB
     */
    public record Receipt(Instant time, String destination, String url, String answer, int bytes, String body) {}
}
