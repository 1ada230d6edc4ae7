package dev.candor.telemetry.servlet;

import jakarta.servlet.ServletContext;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The filter on Jetty. */
class JettyFilterTest extends TelemetryFilterContract {
    @Override
    Container.Starter container() {
        return JettyFilterTest::start;
    }

    private static Container start(Consumer<ServletContext> application, boolean virtualThreads) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        if (virtualThreads) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/app");
        context.addServletContainerInitializer((classes, servletContext) -> application.accept(servletContext));
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        pages.addErrorPage(Throwable.class, "/oops");
        context.setErrorHandler(pages);
        server.setHandler(context);
        server.start();
        return new Container() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void close() throws Exception {
                server.stop();
            }
        };
    }
}
