package dev.candor.benchmarks.size;

import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds up jars: Candor's with what each backend brings along, and the vendors' clients with all that they bring. */
public final class Size implements Measurement {

    @Override
    public String name() {
        return "size";
    }

    @Override
    public Findings take(Ground ground) throws IOException {
        List<Path> all = Ground.jarsIn(ground.target().resolve("lib"));
        Table own = new Table("Candor", "its jars, KiB", "what they bring along, KiB", "jars");
        long total = 0;
        for (Part part : Part.values()) {
            List<Path> jars = all.stream().filter(jar -> Part.of(jar) == part).toList();
            long mine = bytes(jars.stream().filter(Part::isCandor).toList());
            long bytes = bytes(jars);
            total += bytes;
            own.row(part.title(), kibi(mine), kibi(bytes - mine), jars.size());
        }
        own.row("all together", "", kibi(total), all.size());
        Table others = new Table("vendor's client", "KiB", "jars");
        for (Vendor vendor : Vendor.values()) {
            List<Path> jars = Ground.jarsIn(ground.target().resolve("vendors").resolve(vendor.folder()));
            others.row(vendor.title(), kibi(bytes(jars)), jars.size());
        }
        return new Findings(
                "Size",
                "What a backend brings along is counted once, for the backend that is named first below.\n\n" + own
                        + "\nThe vendors' clients, each with all that its own pom resolves to:\n\n" + others,
                new ArrayList<>());
    }

    private static long bytes(List<Path> jars) throws IOException {
        long sum = 0;
        for (Path jar : jars) {
            sum += Files.size(jar);
        }
        return sum;
    }

    private static double kibi(long bytes) {
        return bytes / 1024.0;
    }
}
