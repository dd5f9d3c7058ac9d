/**
 * Compose files: which containers a project starts on a daemon.
 *
 * <p>Entry type: {@link io.virtstack.inventory.compose.ComposeFile}.
 */
@NullMarked
package io.virtstack.inventory.compose;

import org.jspecify.annotations.NullMarked;
