/**
 * What Docker's tools and its Engine API print: images, containers, volumes, and the daemon with its host.
 *
 * <p>Entry type: {@link io.virtstack.inventory.docker.DockerJson}.
 */
@NullMarked
package io.virtstack.inventory.docker;

import org.jspecify.annotations.NullMarked;
