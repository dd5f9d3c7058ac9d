/**
 * What all descriptions of containers have in common.
 *
 * <p>Entry type: {@link io.virtstack.inventory.container.ImageReference}.
 */
@NullMarked
package io.virtstack.inventory.container;

import org.jspecify.annotations.NullMarked;
