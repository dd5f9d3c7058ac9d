/**
 * Reads files of the real world into the layers of VirtStack.
 *
 * <p>Start at {@link io.virtstack.inventory.Inventory}; images alone are read by {@link io.virtstack.inventory.ImageReader}.
 */
@SuppressWarnings("module") // what it exports to is built after it
module io.virtstack.inventory {
    requires transitive io.virtstack.api;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.luben.zstd_jni;
    requires org.snakeyaml.engine;
    requires com.github.oshi.common;
    requires java.xml;

    exports io.virtstack.inventory;

    // The same documents, asked of a running engine.
    exports io.virtstack.inventory.assembly to
            io.virtstack.docker;
    exports io.virtstack.inventory.docker to
            io.virtstack.docker;
    exports io.virtstack.inventory.document to
            io.virtstack.docker;
    exports io.virtstack.inventory.source to
            io.virtstack.docker;
}
