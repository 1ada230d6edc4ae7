package dev.candor.telemetry.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Logs;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Logback's own events on their way to log records, breadcrumbs and errors. */
class TelemetryAppenderTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("app.Work");
    private final List<String> heard = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private boolean fails;

    @BeforeEach
    void attach() {
        TelemetryAppender appender = new TelemetryAppender(telemetry(), Level.ERROR);
        appender.setContext(context);
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.TRACE);
    }

    @Test
    void append_info_isARecordAndABreadcrumb() {
        logger.info("loaded {} rows", 5);

        assertThat(heard).containsExactly("log INFO app.Work loaded 5 rows", "breadcrumb log loaded 5 rows");
        assertThat(errors).isEmpty();
    }

    @Test
    void append_debug_isARecordAlone() {
        logger.debug("step");

        assertThat(heard).containsExactly("log DEBUG app.Work step");
    }

    @Test
    void append_errorWithAThrowable_reportsTheSameObject() {
        IOException failure = new IOException("disk");

        logger.error("failed", failure);

        assertThat(errors).containsExactly(failure);
    }

    @Test
    void append_mdcValues_areNotSent() {
        MDC.put("user", "jane.doe");
        logger.warn("careful");
        MDC.clear();

        assertThat(heard.toString()).doesNotContain("jane");
    }

    @Test
    void append_telemetryThatLogsItself_isNotHeardAgain() {
        logger.info("again");

        assertThat(heard).hasSize(2);
    }

    @Test
    void append_telemetryThatFails_doesNotHarmTheHost() {
        fails = true;

        logger.error("failed");
        fails = false;
        logger.debug("next");

        assertThat(heard).contains("log DEBUG app.Work next");
    }

    private Telemetry telemetry() {
        Logs logs = fake(Logs.class);
        Errors reports = fake(Errors.class);
        return (Telemetry) Proxy.newProxyInstance(
                Telemetry.class.getClassLoader(),
                new Class<?>[] {Telemetry.class},
                (proxy, method, arguments) -> method.getName().equals("logs") ? logs : reports);
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (fails) {
                        throw new IllegalStateException("broken telemetry");
                    }
                    if (method.getName().equals("record")) {
                        errors.add(arguments[0]);
                        return true;
                    }
                    boolean log = method.getName().equals("log");
                    heard.add(method.getName() + " " + arguments[0] + " " + arguments[1]
                            + (log
                                    ? " " + arguments[2]
                                            + (arguments[4].toString().equals("{}") ? "" : arguments[4])
                                    : ""));
                    logger.info("telemetry logs too");
                    return log ? true : null;
                }));
    }
}
