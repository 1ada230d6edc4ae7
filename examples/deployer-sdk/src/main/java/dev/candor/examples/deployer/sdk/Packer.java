package dev.candor.examples.deployer.sdk;

import dev.candor.examples.deployer.sdk.ExpectedFailure.Kind;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder into a bundle with a manifest of checksums: scan, pack, verify. */
public final class Packer {
    private final Telemetry telemetry;
    private final String traceparent;
    private final boolean broken;

    /**
     * A packer whose work is traced.
     *
     * @param traceparent the W3C header of the trace that asked for it; empty for none
     */
    public Packer(Telemetry telemetry, String traceparent) {
        this(telemetry, traceparent, false);
    }

    private Packer(Telemetry telemetry, String traceparent, boolean broken) {
        this.telemetry = telemetry;
        this.traceparent = traceparent;
        this.broken = broken;
    }

    /** The same with a fault in it that verifying finds, to see what becomes of errors. */
    public Packer broken() {
        return new Packer(telemetry, traceparent, true);
    }

    /** Packs {@code folder} into an archive of its name in {@code output}, which is made where it is missing. */
    public Bundle pack(Path folder, Path output) throws IOException {
        return telemetry.errors().call(() -> {
            try (Span span = telemetry.trace("deploy", traceparent)) {
                return Steps.measured(span, folder.toString(), () -> steps(new Steps(telemetry, span), folder, output));
            }
        });
    }

    private Bundle steps(Steps steps, Path folder, Path output) throws IOException {
        List<Path> files = steps.step("scan", folder.toString(), () -> scan(folder, output));
        Path archive = Files.createDirectories(output).resolve(name(folder));
        long bytes = steps.step("pack", files.size() + " files", () -> write(folder, files, archive));
        String checksum = steps.step("verify", archive.toString(), () -> verify(archive));
        return new Bundle(archive, files.size(), bytes, checksum);
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName() + ".zip";
    }

    private static List<Path> scan(Path folder, Path output) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ExpectedFailure(Kind.NOT_FOUND, "there is no folder " + folder);
        }
        if (Files.exists(folder.resolve(Manifest.NAME))) {
            throw new ExpectedFailure(Kind.USAGE, "the folder has a " + Manifest.NAME + ", which is the bundle's own");
        }
        Path own = output.toAbsolutePath().normalize();
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.toAbsolutePath().normalize().startsWith(own))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ExpectedFailure(Kind.USAGE, "there is nothing to deploy in " + folder);
            }
            return files;
        }
    }

    private long write(Path folder, List<Path> files, Path archive) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path file : files) {
                if (Thread.interrupted()) {
                    throw new ExpectedFailure(Kind.CANCELLED, "cancelled");
                }
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                try (InputStream in = Files.newInputStream(file)) {
                    checksums.put(name, broken ? "0".repeat(64) : Manifest.checksum(in));
                }
                begin(zip, name);
                bytes += Files.copy(file, zip);
            }
            begin(zip, Manifest.NAME);
            zip.write(new Manifest(checksums).text().getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same folder makes the same archive, whenever it is packed.
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static String verify(Path archive) throws IOException {
        try (OpenBundle bundle = OpenBundle.of(archive);
                InputStream in = Files.newInputStream(archive)) {
            for (String name : bundle.names()) {
                bundle.verified(name);
            }
            return Manifest.checksum(in);
        }
    }
}
