/**
 * Reads files of the real world into the layers of VirtStack.
 *
 * <p>Start at {@link io.virtstack.inventory.Inventory}; images alone are read by {@link io.virtstack.inventory.ImageReader}.
 */
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
}
