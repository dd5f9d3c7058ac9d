/**
 * Virtual machines as libvirt and QEMU describe them.
 *
 * <p>Entry types: the formats {@link io.virtstack.inventory.libvirt.LibvirtDomain} and {@link
 * io.virtstack.inventory.libvirt.QemuImgInfo}.
 */
@NullMarked
package io.virtstack.inventory.libvirt;

import org.jspecify.annotations.NullMarked;
