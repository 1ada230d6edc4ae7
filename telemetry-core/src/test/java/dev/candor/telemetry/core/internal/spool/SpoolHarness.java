package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens spools in a temporary directory; after each test every spool's account must balance. */
abstract class SpoolHarness {

    static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path home;

    final TurnedTime time = new TurnedTime();
    private final List<Spool> opened = new ArrayList<>();

    static SpoolOptions.Limits limits() {
        return SpoolOptions.Limits.usual();
    }

    File directory() {
        return home.resolve("state/telemetry/spool").toFile();
    }

    Spool open(SpoolMode mode) {
        return open(mode, options -> options);
    }

    Spool open(SpoolMode mode, UnaryOperator<SpoolOptions> change) {
        return track(Spool.open(change.apply(SpoolOptions.of(mode, directory()).withTime(time))));
    }

    Spool open(SpoolMode mode, SpoolFs fs, UnaryOperator<SpoolOptions> change) {
        SpoolOptions options = change.apply(SpoolOptions.of(mode, directory()).withTime(time));
        return track(mode == SpoolMode.COMMAND ? new CommandSpool(options, fs) : new RingSpool(options, fs));
    }

    Spool track(Spool spool) {
        opened.add(spool);
        return spool;
    }

    @AfterEach
    void everythingIsAccountedFor() {
        for (Spool spool : opened) {
            assertBalanced(spool);
            spool.close(SOON);
            assertBalanced(spool);
        }
    }

    /** The spools' threads in this JVM, and what each is doing. */
    static Map<String, List<StackTraceElement>> spoolThreads() {
        Map<String, List<StackTraceElement>> found = new HashMap<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().startsWith("candor-spool")) {
                found.put(thread.getName() + " " + thread.getId(), List.of(stack));
            }
        });
        return found;
    }

    static void assertBalanced(Spool spool) {
        SpoolState state = spool.state();
        state.routes()
                .forEach((destination, route) -> assertThat(route.balances())
                        .as("accepted + found = delivered + waiting + left + dropped, for %x: %s", destination, route)
                        .isTrue());
    }

    /** Delivers everything that can be had now, each frame checked. */
    static List<Frame> drain(RouteReader reader) {
        List<Frame> all = new ArrayList<>();
        for (List<Frame> batch = reader.peek(100, 1 << 20); !batch.isEmpty(); batch = reader.peek(100, 1 << 20)) {
            for (Frame frame : batch) {
                assertThat(TestEvent.isIntact(frame))
                        .as("frame %s is intact", frame)
                        .isTrue();
            }
            all.addAll(batch);
            reader.settle(batch.size());
        }
        return all;
    }

    static List<Long> numbers(List<Frame> frames) {
        List<Long> numbers = new ArrayList<>();
        for (Frame frame : frames) {
            numbers.add(frame.idLow());
        }
        return numbers;
    }

    static Map<Long, Integer> counts(List<Frame> frames) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Frame frame : frames) {
            counts.merge(frame.idLow(), 1, Integer::sum);
        }
        return counts;
    }

    List<String> files() {
        String[] names = directory().list();
        List<String> sorted = new ArrayList<>(names == null ? List.of() : List.of(names));
        sorted.sort(null);
        return sorted;
    }
}
