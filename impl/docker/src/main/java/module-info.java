/**
 * Reads a running Docker Engine into the layers of VirtStack.
 *
 * <p>Start at {@link io.virtstack.docker.DockerEngine}.
 */
module io.virtstack.docker {
    requires transitive io.virtstack.api;
    requires transitive io.virtstack.inventory;
    requires static transitive org.jspecify;
    requires com.github.dockerjava.transport;
    requires com.github.dockerjava.transport.zerodep;

    exports io.virtstack.docker;
}
