/**
 * Container images in archives and layout directories, verified while they stream.
 *
 * <p>Entry type: {@link io.virtstack.inventory.image.ImageFile}.
 */
@NullMarked
package io.virtstack.inventory.image;

import org.jspecify.annotations.NullMarked;
