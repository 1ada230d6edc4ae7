package dev.candor.telemetry.posthog;

import com.posthog.PersonProfiles;
import com.posthog.PostHogConfig;
import com.posthog.errortracking.PostHogErrorTrackingConfig;
import com.posthog.internal.PostHogNoOpLogger;
import com.posthog.surveys.PostHogSurveysConfig;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The configuration of PostHog's client, in which everything is off.
 *
 * <p>Java sees only the constructor that takes every setting. It changes between minor versions of PostHog's client, which is therefore
 * pinned; a change does not compile.
 */
final class ClientConfig {
    /** A name that no resolver knows (RFC 2606). The interceptor answers before anybody would ask for it. */
    private static final String NOWHERE = "http://posthog.invalid";

    private ClientConfig() {}

    static PostHogConfig of(String key, Interceptor interceptor) {
        PostHogConfig config = everythingOff(key);
        config.setLogger(new PostHogNoOpLogger());
        config.setHttpClient(new OkHttpClient.Builder()
                .addInterceptor(interceptor)
                // A client that knows no TLS reads no trust store, which costs more than a batch.
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build());
        return config;
    }

    private static PostHogConfig everythingOff(String key) {
        int none = 1;
        return new PostHogConfig(
                key,
                NOWHERE,
                false, // debug
                false, // opt out
                false, // send feature flag events
                none, // cached feature flag calls
                false, // preload feature flags
                null, // evaluation contexts
                false, // default person properties
                false, // remote config
                none, // flush at
                none, // queue
                none, // batch
                none, // flush interval
                null, // encryption
                null, // feature flags listener
                false, // session replay
                null, // properties sanitizer
                id -> id,
                false, // reuse of the anonymous id
                PersonProfiles.NEVER,
                false, // surveys
                null, // proxy
                new PostHogSurveysConfig(),
                (config, api, executor, properties, loaded) -> {
                    throw new UnsupportedOperationException("no remote config");
                },
                (config, api, endpoint, path, executor) -> {
                    throw new UnsupportedOperationException("no queue");
                },
                new PostHogErrorTrackingConfig(false, List.of()),
                null); // release identifier
    }
}
