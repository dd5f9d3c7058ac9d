package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.machine.VirtualDisk;

/**
 * A disk of a virtual machine whose sizes other files may state.
 *
 * @param chain the files it consists of, the uppermost first, then what each is based on; empty if unknown
 * @param disk what is known of it without other files
 * @param line where it is stated
 */
public record DiskSource(ImmutableList<String> chain, VirtualDisk disk, int line) {}
