package dev.candor.examples.loader;

import dev.candor.examples.loader.ZoneData.Tables;
import dev.candor.examples.loader.ZoneData.TransitionRow;
import dev.candor.examples.loader.ZoneData.ZoneRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;

/** The destination: an HSQLDB database in a folder of its own. */
final class Target {
    private static final String NAME = "zones";
    private static final int BATCH = 1_000;

    private final Path folder;

    Target(Path folder) {
        this.folder = folder;
    }

    /** Whether a database is in {@code folder} already. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME + ".script"));
    }

    /**
     * Loads both tables in one transaction.
     *
     * @param broken whether one row is loaded twice, which the primary key does not take
     * @throws SQLException when the database refuses; it then holds what it held before
     */
    void load(Tables tables, boolean broken, IntConsumer progress) throws SQLException {
        String url = "jdbc:hsqldb:file:" + folder.resolve(NAME) + ";hsqldb.log_data=false;shutdown=true";
        try (Connection connection = DriverManager.getConnection(url, "SA", "")) {
            connection.setAutoCommit(false);
            createTables(connection);
            insertZones(connection, tables);
            insertTransitions(connection, tables, progress);
            if (broken) {
                repeatFirstZone(connection, tables);
            }
            connection.commit();
        }
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE transition IF EXISTS");
            statement.execute("DROP TABLE zone IF EXISTS");
            statement.execute(
                    "CREATE TABLE zone (id INT PRIMARY KEY, name VARCHAR(64) NOT NULL, region VARCHAR(64), offset_now"
                            + " INT)");
            statement.execute(
                    "CREATE TABLE transition (zone_id INT REFERENCES zone (id), epoch_second BIGINT, offset_before INT,"
                            + " offset_after INT, gap BOOLEAN, PRIMARY KEY (zone_id, epoch_second))");
        }
    }

    private static void insertZones(Connection connection, Tables tables) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO zone VALUES (?, ?, ?, ?)")) {
            for (ZoneRow zone : tables.zones()) {
                addZone(insert, zone);
            }
            insert.executeBatch();
        }
    }

    private static void addZone(PreparedStatement insert, ZoneRow zone) throws SQLException {
        insert.setInt(1, zone.key());
        insert.setString(2, zone.id());
        insert.setString(3, zone.region());
        insert.setInt(4, zone.offsetNow());
        insert.addBatch();
    }

    private static void insertTransitions(Connection connection, Tables tables, IntConsumer progress)
            throws SQLException {
        int done = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO transition VALUES (?, ?, ?, ?, ?)")) {
            for (TransitionRow row : tables.transitions()) {
                insert.setInt(1, row.zoneKey());
                insert.setLong(2, row.epochSecond());
                insert.setInt(3, row.offsetBefore());
                insert.setInt(4, row.offsetAfter());
                insert.setBoolean(5, row.gap());
                insert.addBatch();
                if (++done % BATCH == 0) {
                    insert.executeBatch();
                    progress.accept(done);
                }
            }
            insert.executeBatch();
        }
    }

    private static void repeatFirstZone(Connection connection, Tables tables) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO zone VALUES (?, ?, ?, ?)")) {
            addZone(insert, tables.zones().get(0));
            insert.executeBatch();
        }
    }
}
