package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.SettingValue;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPostTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Payload> noted = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            InputStream in = exchange.getRequestBody();
            if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                in = new GZIPInputStream(in);
            }
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("X-Two", "a");
            exchange.getResponseHeaders().add("X-Two", "b");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Endpoint endpoint() throws Exception {
        return Endpoint.of(new SettingValue(
                "x_endpoint", "http://127.0.0.1:" + server.getAddress().getPort() + "/in", "test"));
    }

    private HttpPost http() {
        return new HttpPost((payload, answer) -> {
            noted.add(payload);
            answers.add(answer);
        });
    }

    @Test
    void send_plainBody_arrivesOnceAndIsNotedMasked() throws Exception {
        Post post = Post.to(endpoint().resolve("/v1/x"))
                .secretHeader("X-Key", "secret")
                .body("hello".getBytes(StandardCharsets.UTF_8));

        HttpAnswer answer = http().send(post);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("ok");
        assertThat(answer.headers("x-two")).containsExactly("a", "b");
        assertThat(requests).containsExactly("POST /in/v1/x secret hello");
        assertThat(answers).containsExactly("200");
        assertThat(noted.get(0).headers()).containsEntry("X-Key", "***");
        assertThat(noted.get(0)).isEqualTo(post.payload());
    }

    @Test
    void send_gzip_arrivesCompressedAndIsNotedPlain() throws Exception {
        byte[] body = "abc".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Post post = Post.to(endpoint()).header("X-Key", "k").gzip(body);

        http().send(post);

        assertThat(post.wire().length).isLessThan(body.length);
        assertThat(requests).containsExactly("POST /in k " + "abc".repeat(1000));
        assertThat(noted.get(0).body()).isEqualTo(body);
    }
}
