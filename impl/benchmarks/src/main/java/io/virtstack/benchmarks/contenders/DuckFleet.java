package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.HostRows;
import io.virtstack.benchmarks.data.ImageForest;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in this process and in memory. */
public final class DuckFleet implements AutoCloseable {
    /** The memory limit of a container that comes and goes. */
    private static final int MARK = -1;

    private final DuckDBConnection connection;
    private final Statement statement;
    private final String bitstrings;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement oneHost;

    /** Loads containers, the layers of each image, and the nodes of the merged trie. */
    public DuckFleet(ContainerColumns columns, int threads) throws SQLException {
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET threads = " + threads);
        statement.execute("SET preserve_insertion_order = false");
        statement.execute(
                "CREATE TABLE containers (host INTEGER, image INTEGER, writable BIGINT, memory BIGINT, cpu BIGINT, memory_limit BIGINT)");
        statement.execute("CREATE TABLE image_layers (image INTEGER, layer INTEGER, bytes BIGINT)");
        statement.execute("CREATE TABLE image_nodes (image INTEGER, node INTEGER, bytes BIGINT)");
        statement.execute(
                "CREATE TABLE nodes (node INTEGER, parent INTEGER, depth INTEGER, image INTEGER, bytes BIGINT)");
        loadContainers(columns);
        int deepest = loadImages(columns.fleet().images());
        bitstrings = bitstrings(deepest, columns.hosts());
        insert = connection.prepareStatement("INSERT INTO containers VALUES (?, ?, 0, 0, 0, " + MARK + ")");
        delete = connection.prepareStatement("DELETE FROM containers WHERE host = ? AND memory_limit = " + MARK);
        oneHost = connection.prepareStatement("SELECT (SELECT sum(bytes) FROM (SELECT DISTINCT node, bytes FROM (SELECT"
                + " DISTINCT image FROM containers WHERE host = ?) JOIN image_nodes USING (image))) + (SELECT sum(writable)"
                + " FROM containers WHERE host = ?)");
    }

    private void loadContainers(ContainerColumns columns) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "containers")) {
            for (int host = 0; host < columns.hosts(); host++) {
                for (int at = columns.starts()[host]; at < columns.starts()[host + 1]; at++) {
                    appender.beginRow();
                    appender.append(host);
                    appender.append(columns.image()[at]);
                    appender.append(columns.writable()[at]);
                    append(appender, columns.memory()[at]);
                    append(appender, columns.cpu()[at]);
                    appender.append(columns.memoryLimit()[at]);
                    appender.endRow();
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, long figure) throws SQLException {
        if (figure == HostRows.UNKNOWN) {
            appender.appendNull();
        } else {
            appender.append(figure);
        }
    }

    private int loadImages(ImageForest images) throws SQLException {
        MergedTrie trie = new MergedTrie(images);
        int[] depths = trie.depths();
        int[] imageOfTop = new int[images.layers()];
        Arrays.fill(imageOfTop, -1);
        try (DuckDBAppender layers = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "image_layers");
                DuckDBAppender nodes = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "image_nodes")) {
            for (int image = 0; image < images.images(); image++) {
                imageOfTop[images.top(image)] = image;
                for (int layer : images.chain(image)) {
                    append(layers, image, layer, images.bytes(layer));
                }
                for (int node = images.top(image); node != ImageForest.NOTHING; node = trie.parent(node)) {
                    append(nodes, image, node, trie.bytes(node));
                }
            }
        }
        int deepest = 0;
        try (DuckDBAppender nodes = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "nodes")) {
            for (int node : trie.nodes().stream().toArray()) {
                nodes.beginRow();
                nodes.append(node);
                nodes.append(trie.parent(node));
                nodes.append(depths[node]);
                nodes.append(imageOfTop[node]);
                nodes.append(trie.bytes(node));
                nodes.endRow();
                deepest = Math.max(deepest, depths[node]);
            }
        }
        return deepest;
    }

    private static void append(DuckDBAppender appender, int image, int layer, long bytes) throws SQLException {
        appender.beginRow();
        appender.append(image);
        appender.append(layer);
        appender.append(bytes);
        appender.endRow();
    }

    /** {@return bytes on all hosts, as one would write it first: each layer of each host once} */
    public long plainDistinctJoin() {
        return query(
                "SELECT (SELECT sum(bytes) FROM (SELECT DISTINCT host, layer, bytes FROM containers JOIN image_layers"
                        + " USING (image))) + (SELECT sum(writable) FROM containers)");
    }

    /** {@return bytes on all hosts, from fewer rows: each image of each host once, then each node of the merged trie} */
    public long distinctOverTrie() {
        return query(
                "SELECT (SELECT sum(bytes) FROM (SELECT DISTINCT host, node, bytes FROM (SELECT DISTINCT host, image"
                        + " FROM containers) JOIN image_nodes USING (image))) + (SELECT sum(writable) FROM containers)");
    }

    /** {@return bytes on all hosts, from a string of bits per node: on which hosts it is} */
    public long bitstringsUpTrie() {
        return query(bitstrings);
    }

    private static String bitstrings(int deepest, int hosts) {
        StringBuilder sql = new StringBuilder("WITH used AS MATERIALIZED (SELECT image, bitstring_agg(host, 0, ")
                .append(hosts - 1)
                .append(") AS hosts FROM containers GROUP BY image)");
        StringBuilder sums = new StringBuilder();
        for (int depth = deepest; depth >= 0; depth--) {
            String images =
                    "SELECT nodes.node, nodes.parent, nodes.bytes, used.hosts FROM nodes JOIN used USING (image)"
                            + " WHERE nodes.depth = " + depth;
            String above = "SELECT nodes.node, nodes.parent, nodes.bytes, above.hosts FROM d" + (depth + 1)
                    + " AS above JOIN nodes ON nodes.node = above.parent";
            String all = depth == deepest
                    ? images
                    : "SELECT node, any_value(parent) AS parent, any_value(bytes) AS bytes, bit_or(hosts) AS hosts FROM ("
                            + images + " UNION ALL " + above + ") GROUP BY node";
            sql.append(", d")
                    .append(depth)
                    .append(" AS MATERIALIZED (")
                    .append(all)
                    .append(")");
            sums.append("(SELECT coalesce(sum(bit_count(hosts) * bytes), 0) FROM d")
                    .append(depth)
                    .append(") + ");
        }
        return sql + " SELECT " + sums + "(SELECT sum(writable) FROM containers)";
    }

    /** {@return the sum of a column of the containers} */
    public long sum(String column) {
        return query("SELECT sum(" + column + ") FROM containers");
    }

    /** {@return the bytes on one host after a container came to it that wrote nothing} */
    public long diskWith(int host, int image) {
        try {
            insert.setInt(1, host);
            insert.setInt(2, image);
            insert.execute();
            return disk(host);
        } catch (SQLException failed) {
            throw new IllegalStateException("no container came to host " + host, failed);
        }
    }

    /** {@return the bytes on one host after that container went} */
    public long diskWithout(int host) {
        try {
            delete.setInt(1, host);
            delete.execute();
            return disk(host);
        } catch (SQLException failed) {
            throw new IllegalStateException("no container went from host " + host, failed);
        }
    }

    private long disk(int host) throws SQLException {
        oneHost.setInt(1, host);
        oneHost.setInt(2, host);
        try (ResultSet result = oneHost.executeQuery()) {
            result.next();
            return result.getBigDecimal(1).longValueExact();
        }
    }

    private long query(String sql) {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getBigDecimal(1).longValueExact();
        } catch (SQLException failed) {
            throw new IllegalStateException("query failed: " + sql, failed);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        delete.close();
        oneHost.close();
        statement.close();
        connection.close();
    }
}
