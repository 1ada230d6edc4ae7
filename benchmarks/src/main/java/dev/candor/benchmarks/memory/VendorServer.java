package dev.candor.benchmarks.memory;

import dev.candor.benchmarks.vendor.Client;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.io.PrintStream;

/** A server with one vendor's client. */
public final class VendorServer {
    private VendorServer() {}

    /** Takes the vendor and the receiver's address. */
    @SuppressWarnings("MustBeClosedChecker") // the process is halted: closing may take minutes
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = Load.takeOutput();
        Client client = Vendor.valueOf(arguments[0]).open(arguments[1]);
        client.event();
        new Load(client::event, answers).obey();
    }
}
