package dev.candor.examples.deployer.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checksum of each file of a bundle, in the form of {@code sha256sum}.
 *
 * @param checksums SHA-256 in hex by the file's name in the bundle
 */
record Manifest(Map<String, String> checksums) {
    /** The manifest's own name in the bundle. */
    static final String NAME = "MANIFEST.sha256";

    private static final int BUFFER = 8192;
    private static final int HEX = 64;
    private static final String GAP = "  ";

    Manifest {
        checksums = new TreeMap<>(checksums);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        checksums.forEach((name, checksum) ->
                text.append(checksum).append(GAP).append(name).append('\n'));
        return text.toString();
    }

    static Manifest parse(InputStream in) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String line :
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            if (line.length() <= HEX + GAP.length() || !line.startsWith(GAP, HEX)) {
                throw new IOException("the manifest has a line without a checksum");
            }
            checksums.put(line.substring(HEX + GAP.length()), line.substring(0, HEX));
        }
        return new Manifest(checksums);
    }

    static String checksum(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new UncheckedIOException(new IOException("no SHA-256", everyJdkHasIt));
        }
    }
}
