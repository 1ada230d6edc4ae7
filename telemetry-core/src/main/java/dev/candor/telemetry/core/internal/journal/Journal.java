package dev.candor.telemetry.core.internal.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps receipts of what was posted, for {@code telemetry log}: at most 1 MiB of JSON lines, readable by their owner only.
 *
 * <p>Safe for several threads and processes. Nothing here throws: a receipt that cannot be written is gone, and one diagnostic says so.
 */
public final class Journal {
    private static final long CAP_BYTES = 1L << 20;
    private static final int BODY_SHOWN = 16 * 1024;

    private static final byte[] CODED = "base64:".getBytes(StandardCharsets.US_ASCII);

    /** What the rest of a line and its escapes mostly take. */
    private static final int BESIDE_BODY = 1024;

    /** Made with the first receipt, once: it costs more than the receipt. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();

        private Json() {}
    }

    private final CappedLines lines;
    private final Clock clock;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * A journal in {@code directory}, which is made when there is something to keep.
     *
     * @param home whose owner the journal belongs to
     */
    public Journal(Path directory, Home home, Clock clock) {
        this.lines = new CappedLines(directory.resolve("journal.jsonl"), home, CAP_BYTES);
        this.clock = clock;
    }

    /**
     * One post.
     *
     * @param time when it was answered, or had failed
     * @param backend which backend made it
     * @param url where it went, without secrets
     * @param answer a status such as {@code 200}, or what went wrong
     * @param bytes the length of its body
     * @param body its body, cut after 16 KiB; {@code base64:} and its bytes so coded where it is no text
     */
    public record Receipt(Instant time, String backend, String url, String answer, int bytes, String body) {}

    /** Where one backend notes its posts. */
    public Receipts receipts(String backend) {
        return (payload, answer) -> note(backend, payload, answer);
    }

    /** The last {@code most} receipts, oldest first; what cannot be read is left out. */
    public List<Receipt> read(int most) {
        ObjectMapper mapper = new ObjectMapper();
        List<Receipt> receipts = new ArrayList<>();
        try {
            for (String line : lines.lines()) {
                parse(mapper, line).ifPresent(receipts::add);
            }
        } catch (IOException unreadable) {
            complain(unreadable);
        }
        return List.copyOf(receipts.subList(Math.max(0, receipts.size() - most), receipts.size()));
    }

    /** Forgets everything. */
    public void clear() {
        try {
            lines.clear();
        } catch (IOException stays) {
            complain(stays);
        }
    }

    private void note(String backend, Payload payload, String answer) {
        try {
            lines.append(line(backend, payload, answer));
        } catch (IOException | RuntimeException notKept) {
            complain(notKept);
        }
    }

    private byte[] line(String backend, Payload payload, String answer) throws IOException {
        byte[] body = payload.body();
        int shown = Utf8.text(body, Math.min(body.length, BODY_SHOWN));
        ByteArrayOutputStream line = new ByteArrayOutputStream(Math.max(0, shown) + BESIDE_BODY);
        try (JsonGenerator json = Json.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", now());
            json.writeStringField("backend", backend);
            json.writeStringField("url", payload.url());
            json.writeStringField("answer", answer);
            json.writeNumberField("bytes", body.length);
            json.writeFieldName("body");
            if (shown < 0) {
                byte[] coded = coded(body);
                json.writeRawUTF8String(coded, 0, coded.length);
            } else {
                // From bytes to bytes: characters in between take longer than many a post.
                json.writeUTF8String(body, 0, shown);
            }
            json.writeEndObject();
            json.flush();
            line.write('\n');
            return line.toByteArray();
        }
    }

    /** An instant's own text comes from a formatter, for which the JVM compiles for half a second. */
    private String now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    /** In letters that JSON takes as they are. */
    private static byte[] coded(byte[] body) {
        byte[] first = Arrays.copyOf(body, Math.min(body.length, BODY_SHOWN / 4 * 3));
        byte[] coded = Base64.getEncoder().encode(first);
        byte[] marked = Arrays.copyOf(CODED, CODED.length + coded.length);
        System.arraycopy(coded, 0, marked, CODED.length, coded.length);
        return marked;
    }

    private static Optional<Receipt> parse(ObjectMapper mapper, String line) {
        try {
            JsonNode json = mapper.readTree(line);
            return Optional.of(new Receipt(
                    OffsetDateTime.parse(json.path("time").asText()).toInstant(),
                    json.path("backend").asText(),
                    json.path("url").asText(),
                    json.path("answer").asText(),
                    json.path("bytes").asInt(),
                    json.path("body").asText()));
        } catch (IOException | DateTimeException torn) {
            return Optional.empty();
        }
    }

    private void complain(Exception cause) {
        if (complained.compareAndSet(false, true)) {
            log().log(Level.WARNING, "Telemetry keeps no journal: {0}", cause.toString());
        }
    }

    // Looked up when there is something to say: the first look-up of a process takes about 20 ms.
    private static System.Logger log() {
        return System.getLogger(Journal.class.getName());
    }
}
