package dev.candor.telemetry.sentry;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.Flag;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.List;

/**
 * What the backend is set up with, checked.
 *
 * @param dsn the DSN as it was written: public key, host and project
 * @param plainHttp whether http to another machine is allowed
 * @param environment instead of the tool's; empty where it is not set
 * @param release instead of {@code tool@version}; empty where it is not set
 * @param limits how long one post may take
 */
record SentrySettings(SettingValue dsn, boolean plainHttp, String environment, String release, Limits limits) {
    private static final String DSN = "dsn";
    private static final String ENVIRONMENT = "environment";
    private static final String RELEASE = "release";
    private static final String ALLOW_INSECURE = "allow_insecure";
    private static final int LONGEST_ENVIRONMENT = 64;
    private static final int LONGEST_RELEASE = 200;

    static final List<Setting> LIST = List.of(
            new Setting(DSN, true, true, "The DSN of a Sentry project, such as https://key@o1.ingest.sentry.io/42."),
            new Setting(ENVIRONMENT, false, false, "The environment that Sentry shows, such as production."),
            new Setting(
                    RELEASE, false, false, "The release that Sentry shows; the tool's name and version by default."),
            new Setting(
                    ALLOW_INSECURE, false, false, "Whether plain http to another machine is allowed; no by default."),
            Limits.setting());

    /**
     * Reads and checks the settings. What only Sentry's own client can tell about a DSN is checked when the backend opens.
     *
     * @throws SettingsException for the first that is missing or wrong
     */
    static SentrySettings of(BackendContext context) throws SettingsException {
        SettingValue dsn = context.required(DSN);
        boolean plainHttp = Flag.isOn(context, ALLOW_INSECURE);
        checkDsn(dsn, Endpoint.of(dsn, plainHttp));
        return new SentrySettings(
                dsn,
                plainHttp,
                name(context, ENVIRONMENT, LONGEST_ENVIRONMENT),
                name(context, RELEASE, LONGEST_RELEASE),
                Limits.of(context));
    }

    private static void checkDsn(SettingValue dsn, Endpoint endpoint) throws SettingsException {
        if (endpoint.userInfo().isEmpty() || endpoint.userInfo().startsWith(":")) {
            throw new SettingsException(dsn.key(), dsn.place(), endpoint.toString(), "names no key");
        }
        String path = endpoint.uri().getRawPath();
        String project = path.substring(path.lastIndexOf('/') + 1);
        if (project.isEmpty()) {
            throw new SettingsException(dsn.key(), dsn.place(), endpoint.toString(), "names no project");
        }
    }

    /** A name that Sentry takes: one line without slashes (docs.sentry.io, "Environments" and "Releases"). */
    private static String name(BackendContext context, String setting, int longest) throws SettingsException {
        SettingValue written = context.setting(setting).orElse(null);
        if (written == null) {
            return "";
        }
        String value = written.value().strip();
        String problem = value.length() > longest ? "is longer than " + longest + " characters" : problem(value);
        if (!problem.isEmpty()) {
            throw new SettingsException(written.key(), written.place(), shown(value), problem);
        }
        return value;
    }

    private static String problem(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return "holds a control character";
            }
            if (c == '/' || c == '\\') {
                return "holds a slash, which Sentry refuses";
            }
        }
        return value.equals(".") || value.equals("..") ? "is not a name" : "";
    }

    private static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length() && i < LONGEST_RELEASE; i++) {
            char c = value.charAt(i);
            shown.append(c < ' ' || c == 0x7f ? '?' : c);
        }
        return shown.toString();
    }
}
