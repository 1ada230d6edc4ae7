package dev.candor.telemetry.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");

    @TempDir
    private Path parent;

    private Path directory;
    private Journal journal;

    @BeforeEach
    void open() {
        directory = parent.resolve("state");
        journal = journal();
    }

    @Test
    void open_nothingPosted_makesNothing() {
        assertThat(journal.read(10)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void posted_thenRead_bringsItBack() {
        Receipts receipts = journal.receipts("segment");

        receipts.posted(payload("{\"a\":\"\u00e9\"}"), "200");

        assertThat(journal().read(10))
                .containsExactly(new Journal.Receipt(
                        NOW, "segment", "https://example.test/v1", "200", 10, "{\"a\":\"\u00e9\"}"));
    }

    @Test
    void posted_atAnyTime_bringsTheTimeBack() {
        for (String time :
                new String[] {"2026-03-01T12:00:00Z", "2026-03-01T12:00:01Z", "1969-12-31T23:59:59.000000001Z"}) {
            Instant now = Instant.parse(time);
            Journal then = new Journal(directory, new Home(null), Clock.fixed(now, ZoneOffset.UTC));

            then.receipts("otlp").posted(payload("body"), "200");

            assertThat(then.read(1).get(0).time()).isEqualTo(now);
        }
    }

    @Test
    void read_more_bringsTheLastOnesOldestFirst() {
        for (int i = 0; i < 20; i++) {
            journal.receipts("otlp").posted(payload("body " + i), "200");
        }

        assertThat(journal.read(3).stream().map(Journal.Receipt::body))
                .containsExactly("body 17", "body 18", "body 19");
    }

    @Test
    void posted_file_canBeReadByItsOwnerOnly() throws IOException {
        journal.receipts("otlp").posted(payload("body"), "200");

        Path file = directory.resolve("journal.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void posted_forEver_staysUnderAMebibyteAndKeepsTheNewest() throws IOException {
        String body = "x".repeat(40_000);
        for (int i = 0; i < 300; i++) {
            journal.receipts("otlp").posted(payload(i + " " + body), "200");
            assertThat(size()).isLessThanOrEqualTo(1 << 20);
        }

        Journal.Receipt last = journal.read(1).get(0);
        assertThat(last.body()).startsWith("299 ").hasSize(16 * 1024);
        assertThat(last.bytes()).isEqualTo(40_004);
        assertThat(journal.read(1_000)).hasSizeGreaterThan(20);
    }

    @Test
    void read_tornAndForeignLines_areLeftOut() throws IOException {
        Path file = directory.resolve("journal.jsonl");
        journal.receipts("otlp").posted(payload("first"), "200");
        byte[] whole = Files.readAllBytes(file);

        for (int cut = 1; cut < whole.length; cut++) {
            Files.write(file, whole);
            Files.write(file, java.util.Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);
            journal.receipts("otlp").posted(payload("next"), "200");

            assertThat(journal.read(10).stream().map(Journal.Receipt::body))
                    .as("cut after %s bytes", cut)
                    .startsWith("first")
                    .endsWith("next");
        }
    }

    @Test
    void read_garbage_isEmpty() throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("journal.jsonl"), new byte[5_000]);
        Files.writeString(directory.resolve("journal.jsonl.1"), "[]\nnull\n{\"time\":1}\n{}\n");

        assertThat(journal.read(10)).isEmpty();
    }

    @Test
    void posted_bodyThatIsNoText_isCoded() {
        byte[] body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }

        journal.receipts("otlp").posted(new Payload("https://example.test", Map.of(), body), "no answer\n");

        Journal.Receipt receipt = journal.read(1).get(0);
        assertThat(receipt.bytes()).isEqualTo(256);
        assertThat(receipt.answer()).isEqualTo("no answer\n");
        assertThat(receipt.body()).startsWith("base64:");
        assertThat(Base64.getDecoder().decode(receipt.body().substring("base64:".length())))
                .isEqualTo(body);
    }

    @Test
    void posted_longBodyThatIsNoText_isCut() {
        byte[] body = new byte[100_000];
        new Random(3).nextBytes(body);

        journal.receipts("otlp").posted(new Payload("https://example.test", Map.of(), body), "200");

        String shown = journal.read(1).get(0).body().substring("base64:".length());
        assertThat(shown).hasSize(16 * 1024);
        assertThat(Base64.getDecoder().decode(shown)).isEqualTo(Arrays.copyOf(body, 12 * 1024));
    }

    @Test
    void posted_longText_isCutBetweenCharacters() {
        for (int before = 0; before < 5; before++) {
            String text = "x".repeat(before) + "\u20ac\ud83d\ude00".repeat(10_000);

            journal.receipts("segment").posted(payload(text), "200");

            String shown = journal.read(1).get(0).body();
            assertThat(text).startsWith(shown);
            assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isBetween(16 * 1024 - 3, 16 * 1024);
        }
    }

    @Test
    void posted_noPlaceToWrite_isSilent() throws IOException {
        Files.createFile(directory);

        journal.receipts("otlp").posted(payload("body"), "200");

        assertThat(journal.read(1)).isEmpty();
    }

    @Test
    void clear_removesEverything() throws IOException {
        journal.receipts("otlp").posted(payload("body"), "200");

        journal.clear();

        assertThat(journal.read(1)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void posted_byManyThreads_linesDoNotMix() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(4);
        for (int thread = 0; thread < 4; thread++) {
            Receipts receipts = journal().receipts("backend" + thread);
            new Thread(() -> {
                        for (int i = 0; i < 100; i++) {
                            receipts.posted(payload("body"), "200");
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        assertThat(journal.read(1_000)).hasSize(400);
    }

    private Journal journal() {
        return new Journal(directory, new Home(null), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Payload payload(String body) {
        return new Payload("https://example.test/v1", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private long size() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
