package dev.candor.examples.labels.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Talks to a server. */
public final class LabelsClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String user;

    /** A client for {@code server}, in the name of {@code user}. */
    public LabelsClient(URI server, String user) {
        this.server = server;
        this.user = user;
    }

    /** What the server answered. */
    public record Answer(int status, String body) {}

    /** Asks who the server takes the caller for. */
    public Answer me() throws IOException, InterruptedException {
        return get("/api/me");
    }

    /** Sends records of text. */
    public Answer bulk(String dataset, String task, List<String> texts) throws IOException, InterruptedException {
        List<Map<String, String>> records =
                texts.stream().map(text -> Map.of("text", text)).toList();
        byte[] body = JSON.writeValueAsBytes(Map.of("records", records));
        return send(request("/api/dataset/" + dataset + "/" + task + ":bulk")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Gets whatever is at a path. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("User-Agent", "labels-client/1.29.1")
                .header("Accept-Language", "en-GB,en")
                .header("X-Labels-User", user);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
