package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What holds for the whole of a program: memory, its end, its proxy, its trust store, its authenticator. */
class PostingProgramTest extends PostingProgramHarness {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void program_floodedWithGigabytes_keepsItsMemory() throws Exception {
        byte[] block = new byte[1 << 16];
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Length: " + (1L << 30) + "\r\n\r\n");
            for (long sent = 0; sent < 1L << 30; sent += block.length) {
                client.write(block);
            }
        })) {
            List<String> lines = run(List.of("-Xmx12m"), server.endpoint().uri().toString(), "4", "10000");

            assertThat(lines).hasSize(4).containsOnly("answer 200 of 65536");
        }
    }

    @Test
    void program_bombedWithGzip_keepsItsMemory() throws Exception {
        byte[] bomb = HttpPostFaultTest.gzip(new byte[64 << 20]);
        byte[] hollow = hollowGzip();
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            boolean first = client.number() % 2 == 0;
            byte[] body = first ? bomb : hollow;
            client.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
            client.write(body);
        })) {
            List<String> lines = run(List.of("-Xmx12m"), server.endpoint().uri().toString(), "4", "10000");

            assertThat(lines).hasSize(4).containsOnly("answer 200 of 65536", "answer 200 of 0");
        }
    }

    /** A header and then blocks that hold nothing, for ever so long. */
    private static byte[] hollowGzip() {
        byte[] hollow = new byte[10 + 5 * (1 << 20)];
        hollow[0] = 0x1f;
        hollow[1] = (byte) 0x8b;
        hollow[2] = 8;
        for (int at = 10; at < hollow.length; at += 5) {
            hollow[at + 3] = (byte) 0xff;
            hollow[at + 4] = (byte) 0xff;
        }
        return hollow;
    }

    @Test
    void program_leftHanging_endsByItself() throws Exception {
        try (FaultServer server = new FaultServer(FaultServer.Client::hang)) {
            List<String> lines = run(List.of(), server.endpoint().uri().toString(), "2", "200");

            assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("answer t"));
        }
    }

    @Test
    void program_hasAProxyAndAnAuthenticator_postsThroughTheProxyAndGivesTheServerNoPassword() throws Exception {
        try (FaultServer proxy = FaultServer.answering(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "{}")) {
            List<String> lines = run(
                    List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + proxy.port()),
                    "http://receiver.example/in",
                    "1",
                    "10000");

            assertThat(lines).containsExactly("answer 401 of 0");
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0)).startsWith("POST http://receiver.example/in HTTP/1.1\r\n");
        }
    }

    @Test
    void program_proxyAsksForAPassword_getsThatOfTheProgram() throws Exception {
        try (FaultServer proxy = new FaultServer(client -> {
            boolean first = client.number() == 0;
            client.answer(first ? 407 : 502, first ? "Proxy-Authenticate: Basic realm=\"p\"\r\n" : "", "");
        })) {
            List<String> options = List.of(
                    "-Dhttps.proxyHost=127.0.0.1",
                    "-Dhttps.proxyPort=" + proxy.port(),
                    "-Djdk.http.auth.tunneling.disabledSchemes=");

            List<String> lines = run(options, "https://receiver.example/in", "1", "10000");

            assertThat(lines).hasSize(2).first().isEqualTo("asked for the password of a PROXY");
            assertThat(lines.get(1)).startsWith("answer connection broke off");
            assertThat(proxy.heads()).hasSize(2);
            assertThat(proxy.heads().get(1))
                    .startsWith("CONNECT receiver.example:443 ")
                    .containsIgnoringCase("proxy-authorization: Basic dXNlcjpwYXNzd29yZA==");
        }
    }

    @Test
    void program_hasATrustStore_trustsIt() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool(keys, "localhost");
        HttpsServer server = httpsServer(keys);
        try {
            String address = "https://localhost:" + server.getAddress().getPort() + "/in";
            List<String> trusting =
                    List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=changeit");

            assertThat(run(trusting, address, "2", "20000"))
                    .containsOnly("answer 200 of 2")
                    .hasSize(2);
            assertThat(run(List.of(), address, "1", "20000"))
                    .singleElement()
                    .asString()
                    .startsWith("answer TLS failed");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void program_meetsACertificateOfAnotherHost_doesNotPost() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool(keys, "other.example");
        HttpsServer server = httpsServer(keys);
        try {
            List<String> trusting =
                    List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=changeit");
            String address = "https://localhost:" + server.getAddress().getPort() + "/in";

            assertThat(run(trusting, address, "1", "20000"))
                    .singleElement()
                    .asString()
                    .startsWith("answer TLS failed");
        } finally {
            server.stop(0);
        }
    }

    private void keytool(Path keys, String host) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        finished(new ProcessBuilder(
                tool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit"));
    }

    private static HttpsServer httpsServer(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }
}
