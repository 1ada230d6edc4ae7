package dev.candor.telemetry.core.internal.spool;

/**
 * What the parts of one spool on disk share.
 *
 * @param fs its directory
 * @param options how it was opened
 * @param ages its notion of time
 * @param identity its names
 * @param accounts what became of everything
 * @param withdrawals which purposes were withdrawn
 * @param shelf the segments in its keeping
 * @param readers the destinations that this process reads for
 */
record Depot(
        SpoolFs fs,
        SpoolOptions options,
        Ages ages,
        Identity identity,
        Accounts accounts,
        Withdrawals withdrawals,
        Shelf shelf,
        Readers readers) {

    static Depot of(SpoolFs fs, SpoolOptions options, Accounts accounts, Arrivals arrivals) {
        Ages ages = new Ages(options.time());
        return new Depot(
                fs,
                options,
                ages,
                new Identity(options.time()),
                accounts,
                new Withdrawals(fs),
                new Shelf(fs, ages, options.limits(), arrivals),
                new Readers());
    }
}
