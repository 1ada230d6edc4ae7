package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What is private on this machine whatever text it stands in: who runs it, where, and the values of variables whose
 * name is that of a secret.
 *
 * <p>Values come as data; this class reads neither the environment nor the system's properties.
 */
public final class KnownValues {

    private static final int SHORTEST_SECRET = 6;
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST = 4096;
    private static final int MOST = 512;

    private static final List<String> USER_NAMES = List.of("USER", "USERNAME", "LOGNAME", "SUDO_USER");
    private static final List<String> HOST_NAMES =
            List.of("HOSTNAME", "COMPUTERNAME", "HOST", "USERDOMAIN", "USERDNSDOMAIN");
    private static final List<String> PATH_NAMES = List.of(
            "HOME",
            "USERPROFILE",
            "PWD",
            "OLDPWD",
            "TMPDIR",
            "TEMP",
            "TMP",
            "APPDATA",
            "LOCALAPPDATA",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_RUNTIME_DIR",
            "VIRTUAL_ENV",
            "GITHUB_WORKSPACE");
    private static final List<String> PATH_PROPERTIES = List.of("user.home", "user.dir", "java.io.tmpdir");

    // accounts and machines that say nothing about anybody, and words that an option may well have
    private static final List<String> COMMON = List.of(
            "root",
            "admin",
            "administrator",
            "user",
            "app",
            "test",
            "dev",
            "build",
            "builder",
            "runner",
            "runneradmin",
            "ubuntu",
            "debian",
            "centos",
            "ec2-user",
            "jenkins",
            "gitlab-runner",
            "vagrant",
            "docker",
            "node",
            "java",
            "nobody",
            "daemon",
            "www-data",
            "postgres",
            "default",
            "guest",
            "home",
            "main",
            "system",
            "service",
            "localhost",
            "localdomain",
            "server",
            "host",
            "local",
            "workgroup",
            "container",
            "true",
            "false",
            "enabled",
            "disabled",
            "password",
            "secret",
            "token",
            "changeme",
            "production",
            "staging",
            "development",
            "required",
            "optional",
            "always",
            "basic",
            "bearer",
            "oauth2",
            "kerberos",
            "default-token",
            "none",
            "null",
            "spark",
            "airflow",
            "hadoop",
            "jovyan",
            "codespace",
            "vscode",
            "gitpod");

    private final List<Entry> entries;

    private KnownValues(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Nothing is known. */
    public static KnownValues none() {
        return new KnownValues(List.of());
    }

    /** What an environment and the system's properties tell about the machine and the person. */
    public static KnownValues of(Map<String, String> environment, Properties properties) {
        List<Entry> found = new ArrayList<>();
        name(found, properties.getProperty("user.name", ""), Placeholder.USER);
        for (String each : PATH_PROPERTIES) {
            path(found, properties.getProperty(each, ""));
        }
        for (String each : USER_NAMES) {
            name(found, environment.getOrDefault(each, ""), Placeholder.USER);
        }
        for (String each : HOST_NAMES) {
            host(found, environment.getOrDefault(each, ""));
        }
        for (String each : PATH_NAMES) {
            path(found, environment.getOrDefault(each, ""));
        }
        for (Map.Entry<String, String> each : environment.entrySet()) {
            secret(found, each.getKey(), each.getValue());
        }
        return new KnownValues(found);
    }

    /** These and a host's name, its short form included. */
    public KnownValues withHost(String name) {
        List<Entry> all = new ArrayList<>(entries);
        host(all, name);
        return new KnownValues(all);
    }

    /** These and one value more, of at least three characters. */
    public KnownValues with(String value, Placeholder placeholder) {
        List<Entry> all = new ArrayList<>(entries);
        add(all, value, placeholder, SHORTEST_NAME);
        return new KnownValues(all);
    }

    List<Entry> entries() {
        return entries;
    }

    private static void name(List<Entry> found, String value, Placeholder placeholder) {
        if (!COMMON.contains(value.toLowerCase(Locale.ROOT))) {
            add(found, value, placeholder, SHORTEST_NAME);
        }
    }

    private static void host(List<Entry> found, String value) {
        name(found, value, Placeholder.HOST);
        int dot = value.indexOf('.');
        if (dot > 0 && !Ascii.digit(value.charAt(0))) {
            name(found, value.substring(0, dot), Placeholder.HOST);
        }
    }

    /** A path of one segment ({@code /}, {@code /tmp}) is everybody's. */
    private static void path(List<Entry> found, String value) {
        int end = value.length();
        while (end > 1 && isSeparator(value.charAt(end - 1))) {
            end--;
        }
        String path = value.substring(0, end);
        int separators = 0;
        for (int i = 0; i < path.length(); i++) {
            separators += isSeparator(path.charAt(i)) ? 1 : 0;
        }
        if (separators >= 2 || (separators == 1 && path.length() > 2 && path.charAt(1) == ':')) {
            add(found, path, Placeholder.PATH, SHORTEST_NAME);
        }
    }

    private static void secret(List<Entry> found, String name, String value) {
        char[] chars = value.toCharArray();
        int level = SensitiveKeys.of(name);
        boolean random = new Randomness().in(chars, 0, chars.length, 12);
        if (level > SensitiveKeys.HINT || (level == SensitiveKeys.HINT && random)) {
            // of a secret of many lines, as a key is, each line is one as well
            int start = 0;
            while (start <= value.length()) {
                int end = lineEnd(value, start);
                String line = value.substring(start, end);
                if (!COMMON.contains(line.toLowerCase(Locale.ROOT)) && !isDashes(line)) {
                    add(found, line, Placeholder.SECRET, SHORTEST_SECRET);
                }
                start = end + 1;
            }
        }
    }

    private static int lineEnd(String value, int from) {
        int end = from;
        while (end < value.length() && value.charAt(end) != '\n' && value.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean isDashes(String line) {
        return line.startsWith("-----");
    }

    private static void add(List<Entry> found, String value, Placeholder placeholder, int shortest) {
        if (value.length() >= shortest
                && value.length() <= LONGEST
                && found.size() < MOST
                && value.strip().length() >= shortest) {
            found.add(new Entry(value.strip(), placeholder));
        }
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }

    /** One value and what stands in its place. */
    record Entry(String value, Placeholder placeholder) {

        boolean isSecret() {
            return placeholder == Placeholder.SECRET;
        }

        boolean isPath() {
            return placeholder == Placeholder.PATH;
        }
    }
}
