package dev.candor.benchmarks.command;

import dev.candor.benchmarks.vendor.Client;
import dev.candor.benchmarks.vendor.Vendor;

/** The short command with a vendor's own client: opens it, sends one event, closes it. */
public final class VendorCommand {
    private VendorCommand() {}

    /** Takes the vendor and the receiver's address. */
    public static void main(String[] arguments) {
        try (Client client = Vendor.valueOf(arguments[0]).open(arguments[1])) {
            client.event();
        }
    }
}
