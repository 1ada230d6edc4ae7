package dev.candor.telemetry.core;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Chooses a home where {@code HOME} and the system property {@code user.home} differ.
 *
 * <p>The JVM takes {@code user.home} from the user database. Where it still is what the database says, whoever set
 * {@code HOME} meant it; where it is not, somebody gave {@code -Duser.home}, which is the more deliberate act.
 */
final class HomeFolder {
    private static final int MOST = 1 << 20;

    private HomeFolder() {}

    static String choose(String property, String variable, String user) {
        if (property.isEmpty() || property.equals("?")) {
            return variable;
        }
        String database = fromDatabase(user);
        return database.isEmpty() || database.equals(property) ? variable : property;
    }

    private static String fromDatabase(String user) {
        try (FileInputStream in = new FileInputStream("/etc/passwd")) {
            String start = user.concat(":");
            for (String line : new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1).split("\n", -1)) {
                if (line.startsWith(start)) {
                    String[] fields = line.split(":", -1);
                    return fields.length > 5 ? fields[5] : "";
                }
            }
            return "";
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }
}
