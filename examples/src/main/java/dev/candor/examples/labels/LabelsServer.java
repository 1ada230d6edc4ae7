package dev.candor.examples.labels;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.servlet.Routes;
import dev.candor.telemetry.servlet.TelemetryFilter;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP server on the loopback address, with its database. */
final class LabelsServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Routes ROUTES = Routes.of("/api/me", "/api/dataset/{name}/{task}:bulk", "/api/dataset/{name}");

    private final RecordStore store;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Opens the database and listens.
     *
     * @param port the port; 0 for any
     * @param data the folder of the database
     */
    LabelsServer(Telemetry telemetry, int port, Path data) throws Exception {
        store = new RecordStore(data);
        server = new Server();
        connector = new ServerConnector(server);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(api(telemetry, store));
        try {
            server.start();
        } catch (Exception cannotListen) {
            close();
            throw cannotListen;
        }
    }

    private static ServletContextHandler api(Telemetry telemetry, RecordStore store) {
        RequestReports reports = new RequestReports(telemetry);
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(
                new FilterHolder(new TelemetryFilter(telemetry, ROUTES, reports)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new MeServlet(reports)), "/api/me");
        context.addServlet(new ServletHolder(new DatasetServlet(reports, store)), "/api/dataset/*");
        return context;
    }

    /** Where it listens. */
    URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    /** Removes all records; the datasets stay. */
    void forgetRecords() throws SQLException {
        store.clear();
    }

    /** Waits until it was stopped. */
    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws SQLException {
        try {
            server.stop();
        } catch (Exception stillRunning) {
            throw new IllegalStateException("the server did not stop", stillRunning);
        } finally {
            store.close();
        }
    }
}
