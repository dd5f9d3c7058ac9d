/**
 * What Linux tools print of the machine they run on: {@code os-release}, {@code lscpu} and {@code lsblk}.
 *
 * <p>Entry types: the formats {@link io.virtstack.inventory.host.OsRelease}, {@link io.virtstack.inventory.host.Lscpu}, {@link
 * io.virtstack.inventory.host.LscpuTable} and {@link io.virtstack.inventory.host.Lsblk}.
 */
@NullMarked
package io.virtstack.inventory.host;

import org.jspecify.annotations.NullMarked;
