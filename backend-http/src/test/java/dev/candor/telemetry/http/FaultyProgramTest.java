package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program with little memory that meets every fault of a server, one after the other. */
@Timeout(120)
class FaultyProgramTest extends PostingProgramHarness {
    private static final int DEADLINE_MILLIS = 4_000;
    private static final long GIGABYTE = 1L << 30;

    /** What the server does to a post, and what the program then says. */
    private record Case(String expected, FaultServer.Fault fault) {}

    @Test
    void program_meetsEveryFault_keepsItsMemoryAndItsDeadlines() throws Exception {
        List<Case> cases = cases();
        try (FaultServer server = new FaultServer(
                client -> cases.get(client.number() % cases.size()).fault().play(client))) {

            long start = System.nanoTime();
            List<String> lines = run(
                    List.of("-Xmx12m"),
                    server.endpoint().uri().toString(),
                    Integer.toString(cases.size()),
                    Integer.toString(DEADLINE_MILLIS),
                    "patient");
            long took = (System.nanoTime() - start) / 1_000_000;

            assertThat(lines).hasSize(cases.size());
            for (int i = 0; i < cases.size(); i++) {
                assertThat(lines.get(i))
                        .as("post %d", i)
                        .matches(Pattern.compile(cases.get(i).expected()));
            }
            assertThat(server.heads())
                    .as("nothing is sent twice, no redirect is followed")
                    .hasSize(cases.size());
            assertThat(took).isLessThan(20_000L + (long) DEADLINE_MILLIS * cases.size());
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int status :
                new int[] {200, 204, 301, 302, 303, 307, 308, 400, 401, 403, 404, 408, 413, 429, 500, 503, 599}) {
            cases.add(new Case("answer " + status + " of \\d+", client -> {
                client.readBody();
                client.answer(status, "Location: /elsewhere\r\nRetry-After: 1\r\n", "<html>some words</html>");
            }));
        }
        cases.add(new Case("answer 200 of 65536", FaultyProgramTest::flood));
        cases.add(new Case("answer 200 of \\d+", client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            client.drip("x");
        }));
        cases.add(new Case("answer timed out of 0", FaultServer.Client::hang));
        cases.add(new Case("answer timed out of 0", client -> client.drip("HTTP/1.1 200 OK\r\nX-")));
        cases.add(new Case("answer (?!200).* of 0", FaultServer.Client::reset));
        cases.add(new Case("answer .* of \\d+", client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        }));
        cases.add(new Case("answer (?!200).* of 0", client -> client.write("no HTTP at all\r\n\r\n")));
        // After all that it posts as if nothing had been.
        cases.add(new Case("answer 200 of 2", client -> {
            client.readBody();
            client.answer(200, "", "ok");
        }));
        return cases;
    }

    private static void flood(FaultServer.Client client) throws IOException {
        byte[] block = new byte[1 << 16];
        client.readBody();
        client.write("HTTP/1.1 200 OK\r\nContent-Length: " + GIGABYTE + "\r\n\r\n");
        for (long sent = 0; sent < GIGABYTE; sent += block.length) {
            client.write(block);
        }
    }
}
