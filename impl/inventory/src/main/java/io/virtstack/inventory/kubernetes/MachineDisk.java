package io.virtstack.inventory.kubernetes;

import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * A disk of a virtual machine of KubeVirt.
 *
 * @param at where it is stated
 * @param claim what holds it, if a claim or data volume does, which another file may describe
 * @param size empty if this file does not state it
 */
record MachineDisk(Node at, Optional<String> claim, Optional<DataSize> size) {}
