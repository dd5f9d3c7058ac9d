/**
 * A running Docker Engine as layers.
 *
 * <p>Entry type: {@link io.virtstack.docker.DockerEngine}.
 */
@NullMarked
package io.virtstack.docker;

import org.jspecify.annotations.NullMarked;
