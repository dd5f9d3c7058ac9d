/**
 * What machines, stores and containers are made of: storage, virtual hardware and disks, volumes, overheads.
 *
 * <p>Entry type: {@link io.virtstack.machine.VirtualHardware}.
 */
@NullMarked
package io.virtstack.machine;

import org.jspecify.annotations.NullMarked;
