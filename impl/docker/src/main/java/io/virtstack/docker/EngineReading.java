package io.virtstack.docker;

import io.virtstack.inventory.InventoryException;

/** Reads an engine, anew if it changes in between. */
final class EngineReading {
    private static final int MOST_TRIES = 3;

    private final Connection connection;
    private final DockerOptions options;

    EngineReading(Connection connection, DockerOptions options) {
        this.connection = connection;
        this.options = options;
    }

    DockerReading read() {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Api api = Api.of(connection, options);
            try {
                return new EngineSnapshot(api, options.limits()).reading();
            } catch (Connection.Missing e) {
                // Something was removed after it was listed: what is known so far does not belong together.
            } catch (InventoryException | IllegalArgumentException | ArithmeticException e) {
                throw api.malformed(String.valueOf(e.getMessage()), e);
            }
        }
        throw new DockerException(
                connection.address().toString(),
                DockerRule.STEADY,
                "images or containers were removed while they were read, " + MOST_TRIES + " times",
                "read the engine again when less is changed",
                null);
    }
}
