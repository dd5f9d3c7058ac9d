/**
 * Files of the real world as layers: container images, machines, containers and virtual machines as tools print them.
 *
 * <p>Entry type: {@link io.virtstack.inventory.Inventory}; container images alone are read by {@link
 * io.virtstack.inventory.ImageReader}.
 */
@NullMarked
package io.virtstack.inventory;

import org.jspecify.annotations.NullMarked;
