package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A checked address to post to.
 *
 * <p>It is https, or http to this machine, or http where the settings allow it in so many words. User info is taken out of it, so that
 * neither the wire nor a message shows it. A name is not looked up here: that a name leads to a link-local address is not noticed.
 */
public final class Endpoint {
    private final URI uri;
    private final String userInfo;
    private final String shown;

    /** Made with the first post: it loads the JDK's classes for its scheme. */
    private volatile @Nullable URL url;

    private Endpoint(URI uri, String userInfo) {
        this.uri = uri;
        this.userInfo = userInfo;
        this.shown = Masked.url(uri.toString());
    }

    /**
     * Checks the value of a setting. Plain http is for loopback addresses only.
     *
     * @throws SettingsException one line that names key, place and the value without its secret parts
     */
    public static Endpoint of(SettingValue setting) throws SettingsException {
        return of(setting, false);
    }

    /**
     * Checks the value of a setting.
     *
     * @param plainHttp whether http is allowed to any host, because the settings say so
     * @throws SettingsException one line that names key, place and the value without its secret parts
     */
    public static Endpoint of(SettingValue setting, boolean plainHttp) throws SettingsException {
        try {
            URI written = EndpointRules.check(setting.value().strip(), plainHttp);
            return new Endpoint(bare(written), written.getRawUserInfo() == null ? "" : written.getRawUserInfo());
        } catch (EndpointRules.Refused refused) {
            throw new SettingsException(setting.key(), setting.place(), Masked.url(setting.value()), refused.problem());
        }
    }

    private static URI bare(URI written) {
        StringBuilder bare = new StringBuilder();
        bare.append(written.getScheme().toLowerCase(Locale.ROOT)).append("://").append(written.getHost());
        if (written.getPort() >= 0) {
            bare.append(':').append(written.getPort());
        }
        bare.append(written.getRawPath() == null ? "" : written.getRawPath());
        if (written.getRawQuery() != null) {
            bare.append('?').append(written.getRawQuery());
        }
        return URI.create(bare.toString());
    }

    /** The address below this one; there is one slash between the two, and the query is dropped. */
    public Endpoint resolve(String path) {
        String base =
                uri.getScheme() + "://" + uri.getRawAuthority() + (uri.getRawPath() == null ? "" : uri.getRawPath());
        int end = base.length();
        while (base.charAt(end - 1) == '/') {
            end--;
        }
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return new Endpoint(URI.create(base.substring(0, end) + "/" + path.substring(start)), userInfo);
    }

    /** The address, without user info. */
    public URI uri() {
        return uri;
    }

    /** What stood before the {@code @}, such as the public key of a Sentry DSN; empty where nothing did. It is not sent. */
    public String userInfo() {
        return userInfo;
    }

    URL url() {
        URL made = url;
        if (made != null) {
            return made;
        }
        try {
            made = uri.toURL();
            url = made;
            return made;
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address for people: without user info and without the values of its query. */
    @Override
    public String toString() {
        return shown;
    }
}
