package dev.candor.telemetry.servlet;

import jakarta.servlet.ServletContext;
import java.util.function.Consumer;

/** A servlet container on a free port of the loopback address, with {@code /oops} as the page for what is thrown. */
interface Container extends AutoCloseable {

    int port();

    @Override
    void close() throws Exception;

    /** Starts one. */
    interface Starter {
        /** Starts it with what {@code application} registers; {@code virtualThreads} asks for one of these for each request. */
        Container start(Consumer<ServletContext> application, boolean virtualThreads) throws Exception;
    }
}
