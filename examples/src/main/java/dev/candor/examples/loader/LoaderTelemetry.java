package dev.candor.examples.loader;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Uploader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The telemetry of {@code loader}, as its maintainer chose it. */
public final class LoaderTelemetry implements Uploader {
    static final String NAME = "loader";
    static final String VERSION = "1.0.0";

    private static final int NOTICE_VERSION = 1;
    private static final String NOTICE = """
            loader reports which commands and pipeline steps run, how long they take and whether they work. It reports no
            names of yours, no paths and no data. Turn it off for good with: loader --disable-telemetry""";

    /** Made by its name in the process that delivers what commands left. */
    public LoaderTelemetry() {}

    @Override
    public Candor candor() {
        return describe();
    }

    static Candor describe() {
        CandorBuilder builder = builder();
        addMaintainer(builder, "posthog", "key", "host");
        addMaintainer(builder, "segment", "write_key", "endpoint");
        if (!"no".equals(System.getProperty("loader.detached"))) {
            builder.uploader(LoaderTelemetry.class);
        }
        return builder.build();
    }

    /** The same without a destination of the maintainer's. */
    static CandorBuilder builder() {
        return Candor.tool(NAME, VERSION)
                .mode(Mode.COMMAND)
                .events(LoaderEvents.all())
                .consent(consent())
                // A random number for each message, which says nothing of who sent it.
                .identity(IdentityMode.EVENT)
                .tag("pipeline_name", "zones")
                .tag("destination_name", "hsqldb")
                .errors(ErrorRules.owned("dev.candor.examples.loader")
                        .expected(error -> error instanceof UsageMistake)
                        .build());
    }

    private static ConsentRules consent() {
        return ConsentRules.forTool(NAME, VERSION)
                .consentKey("runtime.loader_telemetry")
                .section("runtime")
                .projectDestinations()
                .defaultFor(Purpose.USAGE, true)
                .notice(NOTICE_VERSION, NOTICE)
                .asking(ConsentRules.Asking.NOTICE)
                .build();
    }

    /**
     * A real tool has its maintainer's keys in its code or puts them in when it is built. This example has no maintainer, so that they
     * are given as system properties such as {@code loader.maintainer.segment_write_key}, and without them there is no such destination.
     */
    private static void addMaintainer(CandorBuilder builder, String backend, String... settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            String value = System.getProperty("loader.maintainer." + backend + "_" + setting);
            if (value != null) {
                values.put(setting, value);
            }
        }
        if (!values.isEmpty()) {
            builder.maintainer(backend, values, Purpose.USAGE);
        }
    }
}
