package dev.candor.telemetry.servlet;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The filter on Tomcat. */
class TomcatFilterTest extends TelemetryFilterContract {
    // Kept: the log manager holds loggers weakly.
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        TOMCAT.setLevel(Level.OFF);
    }

    @Override
    Container.Starter container() {
        return this::start;
    }

    private Container start(Consumer<ServletContext> application, boolean virtualThreads) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        if (virtualThreads) {
            connector.getProtocolHandler().setExecutor(virtualThreads());
        }
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("/app", folder.toString());
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    // As in every server that is not embedded: without it a path that leads nowhere reaches no filter.
                    servletContext.addServlet("default", new DefaultServlet()).addMapping("/");
                    application.accept(servletContext);
                },
                Set.of());
        ErrorPage page = new ErrorPage();
        page.setExceptionType(Throwable.class.getName());
        page.setLocation("/oops");
        context.addErrorPage(page);
        tomcat.start();
        return new Container() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void close() throws Exception {
                tomcat.stop();
                tomcat.destroy();
            }
        };
    }

    /** By reflection, since this is compiled for Java 17. */
    private static Executor virtualThreads() throws ReflectiveOperationException {
        return (Executor)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
