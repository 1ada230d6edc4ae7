package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.testkit.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in the message of an error. */
class SegmentErrorPayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void preview_error_isATrackWithItsChain() throws Exception {
        JsonNode message = SegmentPayloadTest.message(Samples.error(1));

        assertThat(message.get("event").asText()).isEqualTo("error");
        assertThat(message.get("properties")).isEqualTo(JSON.readTree("""
                {"stage":"load","type":"dev.loader.LoadException","message":"could not read <path>","handled":false,"severity":"fatal","thread_kind":"main",
                 "operation":"train","trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331",
                 "exceptions":[
                  {"type":"dev.loader.LoadException","message":"could not read <path>",
                   "frames":["dev.loader.Loader.read(Loader.java:42)","[external] 12","dev.loader.Main.main(Unknown Source)"]},
                  {"type":"java.io.IOException","parent":0,"suppressed":false,"frames":[]},
                  {"type":"Rootless","parent":0,"suppressed":true,"frames":[]}],
                 "breadcrumbs":[{"time":"2026-05-04T03:02:00.123Z","category":"usage","message":"train_start"}],
                 "threads":[{"kind":"pool","frames":["dev.loader.Pool.run(Pool.java:7)"]}]}
                """));
    }

    @Test
    void preview_loggedWarning_saysSo() throws Exception {
        assertThat(SegmentPayloadTest.message(Signals.warning(1))
                        .get("properties")
                        .get("severity")
                        .asText())
                .isEqualTo("warn");
    }

    @Test
    void preview_errorTooLargeForAMessage_isCutUntilItFits() throws Exception {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            frames.add(new Frame("dev.loader.Deep", "call" + i, "Deep.java", i, 1));
        }
        ErrorReport deep = new ErrorReport(
                Samples.header(1),
                List.of(new ErrorReport.Thrown("java.lang.StackOverflowError", "", -1, false, frames)),
                true,
                "main",
                "",
                "",
                "",
                Map.of(),
                List.of(),
                List.of());

        JsonNode properties = SegmentPayloadTest.message(deep).get("properties");

        assertThat(properties.get("cut").asBoolean()).isTrue();
        assertThat(properties.get("exceptions").get(0).get("frames")).hasSize(25);
    }
}
