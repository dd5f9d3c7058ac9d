/**
 * Virtual machines as descriptors of the Open Virtualization Format state them.
 *
 * <p>Entry type: the format {@link io.virtstack.inventory.ovf.OvfDescriptor}.
 */
@NullMarked
package io.virtstack.inventory.ovf;

import org.jspecify.annotations.NullMarked;
