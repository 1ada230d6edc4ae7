package dev.candor.benchmarks.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A measured server seen from the harness. */
final class Served implements AutoCloseable {
    private final String title;
    private final Process process;
    private final BufferedReader answers;

    Served(String title, Process process) {
        this.title = title;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Heap in use after collections and resident memory, in KiB. */
    record Taken(long heap, long resident) {}

    String title() {
        return title;
    }

    /** Gives an order; its answer is read by the next call. */
    void order(String order) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(
                    title + " ended with " + process.onExit().join().exitValue());
        }
        return line;
    }

    Taken measure() throws IOException {
        order("measure");
        String[] figures = answer().split(" ", -1);
        return new Taken(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
