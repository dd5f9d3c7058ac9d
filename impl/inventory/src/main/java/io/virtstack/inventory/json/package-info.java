/**
 * VirtStack's own JSON form of stacks, as {@code stack-1.schema.json} describes it.
 *
 * <p>Entry types: {@link io.virtstack.inventory.json.StackWriter} and {@link io.virtstack.inventory.json.StackReader}.
 */
@NullMarked
package io.virtstack.inventory.json;

import org.jspecify.annotations.NullMarked;
