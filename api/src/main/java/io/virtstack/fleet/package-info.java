/**
 * Many machines at once, as columns, and machines that change all the time.
 *
 * <p>Entry types: {@link io.virtstack.fleet.Fleet}, which is built once, and {@link io.virtstack.fleet.LiveFleet}, which is
 * edited while it is read.
 */
@NullMarked
package io.virtstack.fleet;

import org.jspecify.annotations.NullMarked;
