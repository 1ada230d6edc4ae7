package dev.candor.examples.deployer.sdk;

import java.nio.file.Path;

/**
 * A folder that was packed.
 *
 * @param file the archive
 * @param files how many files are in it, the manifest not counted
 * @param bytes their size together
 * @param checksum the archive's SHA-256 in hex
 */
public record Bundle(Path file, int files, long bytes, String checksum) {}
