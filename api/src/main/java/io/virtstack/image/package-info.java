/**
 * Container images as the registries and engines know them: layers, digests and the identities that decide what is shared.
 *
 * <p>Entry type: {@link io.virtstack.image.Image}.
 */
@NullMarked
package io.virtstack.image;

import org.jspecify.annotations.NullMarked;
