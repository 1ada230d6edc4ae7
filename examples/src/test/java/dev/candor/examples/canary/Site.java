package dev.candor.examples.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.servlet.FinishedRequest;
import dev.candor.telemetry.servlet.Routes;
import dev.candor.telemetry.servlet.TelemetryFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.LoggerFactory;

/** A server behind the filter, whose requests hold a secret in their path, query and headers, and whose servlet throws it. */
final class Site implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    Site(Telemetry telemetry, Consumer<FinishedRequest> finished) throws Exception {
        // it would print the stack of each failure
        ((Logger) LoggerFactory.getLogger("org.eclipse.jetty")).setLevel(Level.OFF);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(
                new FilterHolder(new TelemetryFilter(telemetry, Routes.of("/items/{name}"), finished)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Failing()), "/*");
        server.setHandler(context);
        server.start();
    }

    /** Asks with {@code text} wherever a request has room for it. */
    void ask(String text) throws IOException {
        String line = text.replace('\n', ' ');
        String encoded = URLEncoder.encode(line, StandardCharsets.UTF_8).replace("+", "%20");
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/items/x" + "?q=" + encoded);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("User-Agent", line);
        connection.setRequestProperty("Accept-Language", line);
        connection.setRequestProperty("Referer", line);
        connection.setRequestProperty("X-Note", line);
        connection.getResponseCode();
        connection.disconnect();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static final class Failing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (request.getHeader("X-Note").hashCode() % 2 == 0) {
                throw new ServletException(request.getHeader("X-Note"));
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
