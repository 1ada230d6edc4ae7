package dev.candor.examples.labels;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import java.nio.file.Path;
import java.util.Map;

/** The telemetry of {@code labels}, as its maintainer chose it. */
final class LabelsTelemetry {
    static final String NAME = "labels";
    static final String VERSION = "1.29.1";

    private static final int NOTICE_VERSION = 1;
    private static final String NOTICE = """
        labels reports which parts of its API are used, by which clients, with how many records, and which errors it answers with. It
        reports no records, no names of datasets and no metadata. It begins 24 hours after this notice. To stop it set
        LABELS_ENABLE_TELEMETRY=0.\
        """;

    private LabelsTelemetry() {}

    /** The telemetry of this process, for a server whose data is in {@code data}. */
    static Candor describe(Path data) {
        CandorBuilder builder = builder(data);
        // A real server has its maintainer's key in its code; this example is given one, and without it reports to
        // nobody.
        String writeKey = System.getProperty("labels.maintainer.segment_write_key");
        if (writeKey != null) {
            String endpoint = System.getProperty("labels.maintainer.segment_endpoint", "https://api.segment.io");
            builder.maintainer("segment", Map.of("write_key", writeKey, "endpoint", endpoint), Purpose.USAGE);
        }
        return builder.build();
    }

    /** The same without a destination. */
    static CandorBuilder builder(Path data) {
        return Candor.tool(NAME, VERSION)
                .mode(Mode.SERVER)
                .events(LabelsEvents.all())
                .consent(ConsentRules.forTool(NAME, VERSION)
                        .defaultFor(Purpose.USAGE, true)
                        .notice(NOTICE_VERSION, NOTICE)
                        .asking(ConsentRules.Asking.NOTICE)
                        .build())
                // Random, and kept beside the data: a server in a container is the same server after it was started
                // anew.
                .identity(IdentityMode.INSTALL)
                .dataDirectory(data.resolve("telemetry"))
                .reportPlatform();
    }
}
