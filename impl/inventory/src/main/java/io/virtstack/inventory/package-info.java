/**
 * Container images as files: archives of {@code docker save}, OCI image archives and OCI image layouts.
 *
 * <p>Entry type: {@link io.virtstack.inventory.ImageReader}.
 */
@NullMarked
package io.virtstack.inventory;

import org.jspecify.annotations.NullMarked;
