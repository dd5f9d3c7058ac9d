/**
 * Parts of machines, as single files state them, and how they combine to whole machines.
 *
 * <p>Entry type: {@link io.virtstack.inventory.assembly.Parts}.
 */
@NullMarked
package io.virtstack.inventory.assembly;

import org.jspecify.annotations.NullMarked;
