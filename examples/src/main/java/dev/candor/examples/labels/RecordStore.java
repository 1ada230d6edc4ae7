package dev.candor.examples.labels;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.hsqldb.jdbc.JDBCPool;

/** Datasets and their records in an HSQLDB database. Safe for use by several threads. */
final class RecordStore implements AutoCloseable {
    private static final int LAST_SECOND = 1;

    private final JDBCPool connections;

    /** A dataset. */
    record Dataset(String name, String task, int records) {}

    /** Opens the database in {@code folder}, which is made where it is missing. */
    RecordStore(Path folder) throws SQLException {
        connections = new JDBCPool();
        connections.setUrl("jdbc:hsqldb:file:" + folder.resolve("records") + ";hsqldb.write_delay=true");
        connections.setUser("SA");
        connections.setPassword("");
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS dataset (name VARCHAR(200) PRIMARY KEY, task VARCHAR(40) NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS record (dataset VARCHAR(200) REFERENCES dataset (name),"
                    + " text VARCHAR(10000) NOT NULL)");
        }
    }

    /** Adds records to a dataset, which is made where it is missing, all or none. */
    void add(String name, String task, List<String> texts) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                requireTask(connection, name, task);
                insert(connection, name, texts);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void requireTask(Connection connection, String name, String task) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO dataset USING (VALUES (CAST(? AS VARCHAR(200)),"
                        + " CAST(? AS VARCHAR(40)))) AS given (name, task) ON dataset.name = given.name"
                        + " WHEN NOT MATCHED THEN INSERT VALUES given.name, given.task")) {
            merge.setString(1, name);
            merge.setString(2, task);
            merge.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT task FROM dataset WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next() || !found.getString(1).equals(task)) {
                    throw new ApiError(409, ApiError.WRONG_TASK, ApiError.DATASET);
                }
            }
        }
    }

    private static void insert(Connection connection, String name, List<String> texts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO record VALUES (?, ?)")) {
            for (String text : texts) {
                insert.setString(1, name);
                insert.setString(2, text);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The dataset of a name. */
    Optional<Dataset> find(String name) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT task, (SELECT COUNT(*) FROM record WHERE dataset = name) FROM dataset WHERE name ="
                                + " ?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Dataset(name, found.getString(1), found.getInt(2)))
                        : Optional.empty();
            }
        }
    }

    /** Removes the records of all datasets. */
    void clear() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE TABLE record");
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            connections.close(LAST_SECOND);
        }
    }
}
