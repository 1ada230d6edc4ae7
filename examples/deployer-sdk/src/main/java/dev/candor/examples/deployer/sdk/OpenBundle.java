package dev.candor.examples.deployer.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A bundle that is read, file by file, each checked against the manifest. */
public final class OpenBundle implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private OpenBundle(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens the archive at {@code file}.
     *
     * @throws ExpectedFailure when there is none, or what is there is none
     */
    public static OpenBundle of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ExpectedFailure(ExpectedFailure.Kind.NOT_FOUND, "there is no bundle " + file);
        }
        ZipFile zip = archive(file);
        try (InputStream in = zip.getInputStream(entry(zip, Manifest.NAME))) {
            return new OpenBundle(zip, Manifest.parse(in));
        } catch (IOException | ExpectedFailure failure) {
            zip.close();
            throw failure;
        }
    }

    private static ZipFile archive(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException noArchive) {
            throw new ExpectedFailure(ExpectedFailure.Kind.USAGE, file + " is no bundle: " + noArchive.getMessage());
        }
    }

    /** The names of its files. */
    public Set<String> names() {
        return Set.copyOf(manifest.checksums().keySet());
    }

    /** The SHA-256 of one file's content, in hex. */
    public String checksum(String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, name))) {
            return Manifest.checksum(in);
        }
    }

    /** The same, after it was found to be what the manifest says. */
    public String verified(String name) throws IOException {
        String found = checksum(name);
        if (!found.equals(manifest.checksums().get(name))) {
            // An error of the SDK's own is reported with its message: a file's name is not the SDK's to tell.
            throw new IllegalStateException("a file's checksum is not that of the manifest");
        }
        return found;
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ExpectedFailure(ExpectedFailure.Kind.NOT_FOUND, "the bundle has no " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
