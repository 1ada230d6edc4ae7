package dev.candor.telemetry.core.internal.spool;

/** What a segment holds for one destination. Guarded by the shelf. */
final class Stock {

    final long destination;
    final Account account;
    int cursor;
    int waiting;

    Stock(long destination, Account account, int cursor) {
        this.destination = destination;
        this.account = account;
        this.cursor = cursor;
    }
}
